import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { introspectionTypes } from "./introspection-types.ts";

test("the types are those of the service's schema: npm run schema -w @muster/client", () => {
  expect(introspectionTypes(readFileSync(new URL("../../api/schema.graphql", import.meta.url), "utf8"))).toBe(readFileSync(new URL("../src/introspection.ts", import.meta.url), "utf8"));
});
