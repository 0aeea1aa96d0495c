import type { ObservedCall } from "@muster/contract";
import { expect, test } from "vitest";
import { called, model, results, unknown } from "../../test/model.ts";
import { jwt01 } from "./jwt-01.ts";

const status = (...calls: readonly ObservedCall[]): string | undefined => results(jwt01, model(...calls)).at(-1)?.status;

test("the repository passes where each place is decided and right", () => {
  expect(status(called("jwt.decode", 3, [unknown, unknown], { algorithms: ["HS256"] }))).toBe("pass");
});

test("one wrong place fails it, one undecided place leaves it open, and no place at all is not applicable", () => {
  const right = called("jwt.decode", 3, [unknown, unknown], { algorithms: ["HS256"] });
  const open = called("jwt.decode", 4, [unknown, unknown], { algorithms: unknown });
  expect(status(right, open)).toBe("indeterminate");
  expect(status(right, open, called("jwt.decode", 5, [unknown], { options: { verify_signature: false } }))).toBe("fail");
  expect(status()).toBe("not_applicable");
});

test("a call that evaluation did not come by is no pass", () => {
  expect(status(called("jwt.decode", 3, [], {}, { open: true, reached: false }))).toBe("indeterminate");
});
