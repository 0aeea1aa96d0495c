import { describePlugin, resultsOf } from "@muster/plugin-tester";
import { expect, test } from "vitest";

const beside = { with: ["@muster/python/plugin", "@muster/plugin-fastapi", "@muster/plugin-django", "@muster/plugin-drf", "@muster/plugin-flask"] };

await describePlugin(import.meta.url, beside);

test("what is not reported in the shop is proved, and not merely undecided", async () => {
  const results = await resultsOf(import.meta.url, "shop", beside);
  expect(results.filter((one) => one.includes(" indeterminate "))).toEqual([]);
  expect(results).toContain("AUDIT-01 pass DELETE /service/{item_id}");
});
