import path from "node:path";
import { expectGolden } from "@muster/plugin-tester";
import { test } from "vitest";

const applications = path.resolve(import.meta.dirname, "../../../test/apps");

/** Connexion itself wrote down what it serves and which calls it refused. */
test.each(["connexion-clinic", "connexion-middleware"])("the inventory of %s is what Connexion serves", async (application) => {
  await expectGolden(import.meta.url, path.join(applications, application), ["@muster/python/plugin", "@muster/plugin-flask", "@muster/plugin-connexion"]);
});
