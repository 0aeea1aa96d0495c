import { expect, test } from "vitest";
import { called, model, place } from "../../test/model.ts";
import { mtls01 } from "./mtls-01.ts";

const status = (...[calls, deployment]: Parameters<typeof model>): string | undefined => [...mtls01.judge(model(calls, deployment))][0]?.status;
const shown = called("requests.get", 1, [], { cert: "c.pem" });

test("one side that does not verify fails it, whatever the others do", () => {
  expect(status([shown, called("requests.get", 2, [], { verify: false })], [place("client-required", 1)])).toBe("fail");
});

test("certificates that are required pass it; that some are shown leaves it open", () => {
  expect(status([shown], [place("client-required", 1)])).toBe("pass");
  expect(status([shown])).toBe("indeterminate");
});

test("a channel in the clear fails it where there is no mesh", () => {
  const open = called("grpc.insecure_channel", 1, ["inventory:1"]);
  expect(status([open])).toBe("fail");
  expect(status([open], [place("mesh", 1)])).toBe("pass");
});

test("where no hop is declared it is not applicable", () => {
  expect(status([called("requests.get", 1, ["https://a.example"])])).toBe("not_applicable");
});
