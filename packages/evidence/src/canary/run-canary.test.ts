import { expect, test } from "vitest";
import { runCanary } from "./run-canary.ts";

test("plugins that find nothing are told from code without a fault", async () => {
  expect(await runCanary({ plugins: [] })).toEqual({
    status: "missed",
    missed: ["AUTHN-01 on an endpoint that anyone may call is fail, and was not found.", "AUTHN-01 on an endpoint that refuses strangers is pass, and was not found."],
  });
});
