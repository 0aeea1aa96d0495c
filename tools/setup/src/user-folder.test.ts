import path from "node:path";

import { expect, test } from "vitest";

import { userFolder } from "./user-folder.mjs";

const root = path.resolve("/checkout");
const manifest = path.join(root, "package.json");

test("npm run muster works in the folder it was called from", () => {
  expect(userFolder({ INIT_CWD: "/user", npm_lifecycle_event: "muster", npm_package_json: manifest }, root)).toBe("/user");
});

test("the folder of another project's script is not mistaken for the user's", () => {
  expect(userFolder({ INIT_CWD: "/user", npm_lifecycle_event: "muster", npm_package_json: "/other/package.json" }, root)).toBe(process.cwd());
  expect(userFolder({}, root)).toBe(process.cwd());
});
