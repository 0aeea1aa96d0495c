import path from "node:path";
import { expectGolden } from "@muster/plugin-tester";
import { test } from "vitest";

const applications = path.resolve(import.meta.dirname, "../../../test/apps");

/** Each was served by Django Ninja itself, which wrote down what it serves and which calls it refused. */
test.each(["ninja-current", "ninja-extra", "ninja-guards"])("the inventory of %s is what Django Ninja serves", async (application) => {
  await expectGolden(import.meta.url, path.join(applications, application), ["@muster/python/plugin", "@muster/plugin-django", "@muster/plugin-django-ninja"]);
});
