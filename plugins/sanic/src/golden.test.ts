import path from "node:path";
import { expectGolden } from "@muster/plugin-tester";
import { test } from "vitest";

const applications = path.resolve(import.meta.dirname, "../../../test/apps");

/** Served by the framework itself, which wrote down what it serves and which calls it refused. */
test("the inventory of sanic is what the framework serves", async () => {
  await expectGolden(import.meta.url, path.join(applications, "sanic"), ["@muster/python/plugin", "@muster/plugin-sanic"]);
});
