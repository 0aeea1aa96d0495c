import { describePlugin, resultsOf } from "@muster/plugin-tester";
import { expect, test } from "vitest";

const frameworks = ["fastapi", "django", "drf", "django-ninja", "flask", "flask-restful", "flask-restx", "flask-smorest", "litestar"];
const beside = { with: ["@muster/python/plugin", ...frameworks.map((name) => `@muster/plugin-${name}`)] };

await describePlugin(import.meta.url, beside);

test("what is not reported in the shop is proved, and not merely undecided", async () => {
  const results = await resultsOf(import.meta.url, "shop", beside);
  expect(results.filter((one) => one.includes(" indeterminate "))).toEqual([]);
  expect(results).toContain("AUTHZ-OBJ-01 pass DELETE /queries/own/{id}");
});
