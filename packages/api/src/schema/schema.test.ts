import { readFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { expect, test } from "vitest";
import { breakingChanges } from "./breaking-changes.ts";
import { buildSchema } from "./build-schema.ts";

const committed = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");

test("schema.graphql is what the code says: npm run schema -w @muster/api", () => {
  expect(`${printSchema(lexicographicSortSchema(buildSchema()))}\n`).toBe(committed);
});

test("what an earlier schema had and this one has not is told before it is written; what is added is not", () => {
  const earlier = (before: string, after: string): string => {
    expect(committed).toContain(before);
    return committed.replace(before, after);
  };
  const told = (text: string): readonly string[] => breakingChanges(text, buildSchema());
  expect(told(committed)).toEqual([]);
  expect(told(earlier("type Comparison {", "type Comparison {\n  verdict: String"))).toEqual([expect.stringContaining("Comparison.verdict was removed")]);
  expect(told(earlier("enum Posture {", "enum Posture {\n  OPEN"))).toEqual([expect.stringContaining("OPEN was removed")]);
  expect(told(earlier("  version: String!", "  version: Int!"))).toEqual([expect.stringContaining("version changed type")]);
  expect(told(earlier("  version: String!\n", ""))).toEqual([]);
});
