import path from "node:path";
import { expectGolden } from "@muster/plugin-tester";
import { test } from "vitest";

const applications = path.resolve(import.meta.dirname, "../../../test/apps");

/** Each was served by the framework itself, which wrote down what it serves and which calls it refused. */
test.each(["fastapi-current", "fastapi-dynamic", "fastapi-guards", "fastapi-policies", "fastapi-routing", "starlette-app", "starlette-house"])("the inventory of %s is what the framework serves", async (application) => {
  await expectGolden(import.meta.url, path.join(applications, application), ["@muster/python/plugin", "@muster/plugin-fastapi"]);
});
