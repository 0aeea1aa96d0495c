import path from "node:path";
import { expectGolden } from "@muster/plugin-tester";
import { test } from "vitest";

const applications = path.resolve(import.meta.dirname, "../../../test/apps");

/** Flask-Admin itself wrote down what it serves and which calls it refused. */
test.each(["flask-admin-shop"])("the inventory of %s is what Flask-Admin serves", async (application) => {
  await expectGolden(import.meta.url, path.join(applications, application), ["@muster/python/plugin", "@muster/plugin-flask", "@muster/plugin-flask-admin"]);
});
