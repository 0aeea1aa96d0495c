import path from "node:path";
import { expectGolden } from "@muster/plugin-tester";
import { test } from "vitest";

const applications = path.resolve(import.meta.dirname, "../../../test/apps");

/** Each was served by the framework itself, which wrote down what it serves and which calls it refused. */
test.each(["falcon-app", "falcon-asgi", "falcon-auth"])("the inventory of %s is what the framework serves", async (application) => {
  await expectGolden(import.meta.url, path.join(applications, application), ["@muster/python/plugin", "@muster/plugin-falcon"]);
});
