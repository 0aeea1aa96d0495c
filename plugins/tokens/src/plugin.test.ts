import { describePlugin, resultsOf } from "@muster/plugin-tester";
import { expect, test } from "vitest";

const beside = { with: ["@muster/python/plugin", "@muster/plugin-fastapi", "@muster/plugin-flask"] };

await describePlugin(import.meta.url, beside);

test("each endpoint is judged by the tokens that are verified on its way, through calls across files", async () => {
  const results = await resultsOf(import.meta.url, "service", beside);
  expect(results).toEqual(
    expect.arrayContaining(["JWT-01 pass GET /me", "JWT-01 fail GET /guest", "JWT-01 indeterminate GET /perhaps", "JWT-01 not_applicable GET /health"]),
  );
});
