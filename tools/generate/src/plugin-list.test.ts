import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pluginLists } from "./plugin-list.ts";
import { vendorList } from "./vendor-list.ts";

test.each([...pluginLists(), vendorList()])("$path is what the folders say: npm run generate -w @muster/generate", ({ path, text }) => {
  expect(readFileSync(path, "utf8")).toBe(text);
});
