import { describePlugin, resultsOf } from "@muster/plugin-tester";
import { expect, test } from "vitest";

const beside = { with: ["@muster/python/plugin", "@muster/plugin-fastapi"] };

await describePlugin(import.meta.url, beside);

test.each([
  ["servers.py", "fail"],
  ["unverified_deployment", "fail"],
  ["meshed", "pass"],
  ["asking", "indeterminate"],
])("MTLS-01 of %s is %s", async (name, status) => {
  expect(await resultsOf(import.meta.url, name, beside)).toEqual([`MTLS-01 ${status}`]);
});

test("what stands outside of the repository counts where the configuration says where it is", async () => {
  expect(await resultsOf(import.meta.url, "asking", { ...beside, options: { mesh: "Istio of the platform team, policy default/strict" } })).toEqual(["MTLS-01 pass"]);
});
