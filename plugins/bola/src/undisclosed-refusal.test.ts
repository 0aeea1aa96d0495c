import { expect, test } from "vitest";
import { foreign, removes } from "./test-support/deletion.ts";
import * as t from "./test-support/terms.ts";
import { calls, fails, judge, undecided, when } from "./test-support/trace.ts";

test("a call from elsewhere that by its name ends the request leaves the check undecided", () => {
  expect(judge([calls(t.call(t.symbol("shared.raise_error"), t.value(403)), when(foreign)), calls(removes)])).toMatchObject(undecided);
});
test("one that comes after the mutation does not", () => {
  expect(judge([calls(removes), calls(t.call(t.symbol("shared.raise_error"), t.value(403)), when(foreign)), calls(t.send(t.symbol("app.db"), "commit"))])).toMatchObject({ status: "fail" });
});
test("one under a condition that ties nothing does not either", () => {
  expect(judge([calls(t.call(t.symbol("shared.raise_error"), t.value(404)), when(t.not(t.query("x")))), calls(removes)])).toMatchObject(fails("noCaller"));
});
test("what is only written to the log ends nothing", () => {
  expect(judge([calls(t.send(t.symbol("app.logger"), "error", t.value("foreign")), when(foreign)), calls(removes)])).toMatchObject(fails("notEnforced"));
});
