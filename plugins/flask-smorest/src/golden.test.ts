import path from "node:path";
import { expectGolden } from "@muster/plugin-tester";
import { test } from "vitest";

const application = path.resolve(import.meta.dirname, "../../../test/apps/flask-smorest");

test("the inventory is what the framework serves, with the guards that were measured", async () => {
  await expectGolden(import.meta.url, application, ["@muster/python/plugin", "@muster/plugin-flask", "@muster/plugin-flask-smorest"]);
});
