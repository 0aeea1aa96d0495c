import { readFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { expect, test } from "vitest";
import { buildSchema } from "./build-schema.ts";

test("schema.graphql is what the code says: npm run schema -w @muster/api", () => {
  expect(`${printSchema(lexicographicSortSchema(buildSchema()))}\n`).toBe(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));
});
