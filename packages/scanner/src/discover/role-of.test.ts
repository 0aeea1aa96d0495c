import { expect, test } from "vitest";
import { roleOf } from "./role-of.ts";

const packages = new Set(["app", "app/api", "src/shop", "test_observer"]);
const role = (path: string): string => roleOf(path, (folder) => packages.has(folder));

test.each([
  ["app/main.py", "source"],
  ["src/shop/routes/items.py", "source"],
  ["pyproject.toml", "source"],
  ["tests/api/test_items.py", "test"],
  ["tests/helpers.py", "test"],
  ["app/tests/factories.py", "test"],
  ["app/api/test_items.py", "test"],
  ["app/api/items_test.py", "test"],
  ["app/conftest.py", "test"],
  ["app/shop/tests.py", "test"],
  ["web/src/button.test.tsx", "test"],
  ["e2e/login.ts", "test"],
  ["app/migrations/0001_initial.py", "migration"],
  ["server/alembic/versions/1f_add.py", "migration"],
  ["docs/conf.py", "documentation"],
  ["backend/docs/source/conf.py", "documentation"],
  ["examples/demo/main.py", "documentation"],
  ["docs_src/first_steps/tutorial001.py", "documentation"],
  ["README.md", "documentation"],
  ["app/api/NOTES.rst", "documentation"],
  ["vendor/requests/api.py", "vendored"],
  ["app/_vendor/six.py", "vendored"],
  ["web/node_modules/x/index.js", "vendored"],
  [".venv/lib/python3.12/site-packages/fastapi/routing.py", "vendored"],
  ["proto/items_pb2.py", "generated"],
  ["proto/items_pb2_grpc.py", "generated"],
  ["static/app.min.js", "generated"],
  ["build/lib/app/main.py", "generated"],
  ["shop.egg-info/PKG-INFO", "generated"],
])("%s is %s", (path, expected) => {
  expect(role(path)).toBe(expected);
});

test.each([
  ["a product whose name begins with test", "test_observer/controllers/app.py"],
  ["a part of a package that is called test", "app/api/test/routes.py"],
  ["a part of a package that is called docs", "app/docs/routes.py"],
  ["a part of a package that is called examples", "app/examples/routes.py"],
  ["a name that holds tests", "app/attests/routes.py"],
  ["a name that holds vendor", "app/vendors/routes.py"],
  ["a part of a product that is called build", "app/build/routes.py"],
  ["alembic itself without its versions", "app/alembic/env.py"],
  ["a module that is called test", "app/test.py"],
  ["a module that is called latest", "app/latest_items.py"],
])("%s is source: %s", (_, path) => {
  expect(role(path)).toBe("source");
});

test("a folder called test outside of packages holds tests", () => {
  expect(role("test/routes.py")).toBe("test");
  expect(role("backend/test/routes.py")).toBe("test");
});

test("vendored tests are vendored", () => {
  expect(role("third_party/lib/tests/test_x.py")).toBe("vendored");
});
