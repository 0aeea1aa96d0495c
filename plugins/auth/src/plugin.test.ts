import { describePlugin, resultsOf } from "@muster/plugin-tester";
import { expect, test } from "vitest";

const beside = { with: ["@muster/python/plugin", "@muster/plugin-fastapi", "@muster/plugin-flask", "@muster/plugin-django", "@muster/plugin-drf"] };

await describePlugin(import.meta.url, beside);

test("the control passes where a guard is proved, and nowhere else", async () => {
  const results = await resultsOf(import.meta.url, "guards.py", beside);
  const passed = results.filter((one) => one.startsWith("AUTHN-01 pass ")).map((one) => one.replace("AUTHN-01 pass ", ""));
  expect(passed).toEqual([
    "DELETE /by-role",
    "DELETE /by-scheme",
    "GET /by-key",
    "GET /plain/items",
    "PATCH /by-route",
    "POST /by-default-value",
    "POST /guarded/items",
    "POST /inline",
    "POST /plain/items",
    "PUT /by-annotated-alias",
  ]);
});
