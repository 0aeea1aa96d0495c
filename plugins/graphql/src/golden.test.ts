import path from "node:path";
import { expectGolden } from "@muster/plugin-tester";
import { test } from "vitest";

const applications = path.resolve(import.meta.dirname, "../../../test/apps");

/** It was served by the libraries themselves, which wrote down what they serve and which calls they refused. */
test("the inventory of strawberry-fastapi is what Strawberry serves", async () => {
  await expectGolden(import.meta.url, path.join(applications, "strawberry-fastapi"), ["@muster/python/plugin", "@muster/plugin-fastapi", "@muster/plugin-graphql"]);
});

test("the inventory of graphql-mounted is what Starlette serves", async () => {
  await expectGolden(import.meta.url, path.join(applications, "graphql-mounted"), ["@muster/python/plugin", "@muster/plugin-fastapi", "@muster/plugin-graphql"]);
});
