import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RuleMeta } from "@muster/contract";
import type { ApprovedPublic } from "@muster/scanner";
import { describe, expect, test } from "vitest";
import type { FixtureCase } from "./cases/fixture-case.ts";
import { describeCase } from "./describe-case.ts";
import type { NamedPlugin, PluginPackage } from "./engine/load-plugin.ts";
import { runPlugins } from "./engine/run-plugins.ts";
import { readExpectations } from "./expectations/read-expectations.ts";
import { readPage } from "./pages/read-page.ts";

/** Registers the tests of a rule's page: it is there, under the rule's name, and its examples are true. */
export function describePage(home: PluginPackage, plugins: readonly NamedPlugin[], meta: RuleMeta, approvedPublic: readonly ApprovedPublic[]): void {
  const name = meta.id.slice(meta.id.indexOf("/") + 1);
  const file = path.join(home.folder, "docs", `${name}.md`);
  describe(`page of ${meta.id}`, () => {
    const exists = existsSync(file);
    test("is there", () => {
      expect(exists, `${file} is missing: every rule has a page of its name`).toBe(true);
    });
    const page = readPage(`${name}.md`, exists ? readFileSync(file, "utf8") : "");
    const rules = new Map([[meta.id, meta]]);
    test("is headed by the rule's id", () => {
      expect(page.title).toBe(meta.id);
    });
    test("shows what is found and what is not", () => {
      expect({ found: page.found.length > 0, notFound: page.notFound.length > 0 }, "examples are fenced blocks under `## Found` and `## Not found`").toEqual({ found: true, notFound: true });
    });
    for (const example of page.found) {
      const expectations = readExpectations(example, rules);
      test(`${example.name} says where the rule finds something`, () => {
        expect(expectations.filter((one) => one.kind === "finds")).not.toEqual([]);
      });
      describeCase(example, expectations, new Set(rules.keys()), { plugins, approvedPublic });
    }
    for (const example of page.notFound) {
      const expectations = readExpectations(example, rules);
      test(`${example.name} says of nothing that it is found`, () => {
        expect(expectations.filter((one) => one.kind === "finds")).toEqual([]);
      });
      describeCase(example, expectations, new Set(rules.keys()), { plugins, approvedPublic });
    }
    test("is silent on code that was looked at, and not on nothing", async () => {
      const served = async (examples: readonly FixtureCase[]): Promise<number[]> => Promise.all(examples.map(async ({ files }) => (await runPlugins({ files, plugins, approvedPublic, order: "sorted", roundTrip: false })).endpoints.length));
      const aboutEndpoints = (await served(page.found)).some((count) => count > 0);
      expect(aboutEndpoints ? await served(page.notFound) : []).not.toContain(0);
    });
  });
}
