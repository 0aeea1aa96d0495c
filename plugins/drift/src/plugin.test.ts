import { describePlugin, resultsOf } from "@muster/plugin-tester";
import { expect, test } from "vitest";

const beside = { with: ["@muster/python/plugin", "@muster/plugin-fastapi", "@muster/plugin-flask", "@muster/plugin-django", "@muster/plugin-drf", "@muster/plugin-tornado", "@muster/plugin-bottle", "@muster/plugin-pyramid"] };

await describePlugin(import.meta.url, beside);

const fixtures = ["shop", "notes", "gateway", "split", "unresolved", "third-party", "order", "django-order", "versions"];

test.each(["INV-01", "INV-02", "DOC-01"])("%s has at least fifteen endpoints that pass and fifteen that do not, over all cases", async (control) => {
  const results = (await Promise.all(fixtures.map((name) => resultsOf(import.meta.url, name, beside)))).flat().filter((one) => one.startsWith(`${control} `) && one.includes(" /"));
  const count = (status: string): number => results.filter((one) => one.startsWith(`${control} ${status} `)).length;
  expect({ failing: count("fail") >= 15, passing: count("pass") >= 15, counted: `${count("fail")} fail, ${count("pass")} pass` }).toMatchObject({ failing: true, passing: true });
});

test("what could not be followed is never a pass, and what no document describes never looks like one", async () => {
  const results = await resultsOf(import.meta.url, "unresolved", beside);
  expect(results).toContain("INV-01 indeterminate");
  expect(results).toContain("DOC-01 indeterminate GET /rooms");
  expect(await resultsOf(import.meta.url, "third-party", beside)).toContain("INV-01 indeterminate GET /customers");
});
