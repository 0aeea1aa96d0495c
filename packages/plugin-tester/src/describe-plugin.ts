import path from "node:path";
import type { Json, RuleMeta } from "@muster/contract";
import type { ApprovedPublic } from "@muster/scanner";
import { describe, expect, test } from "vitest";
import { FixtureError, type FixtureCase } from "./cases/fixture-case.ts";
import { readCases } from "./cases/read-cases.ts";
import { describeCase } from "./describe-case.ts";
import { describePage } from "./describe-page.ts";
import { describeScans } from "./describe-scans.ts";
import { loadPlugin, packageAround, type NamedPlugin, type PluginPackage } from "./engine/load-plugin.ts";
import { runPlugins } from "./engine/run-plugins.ts";
import { readExpectations } from "./expectations/read-expectations.ts";
import { problemsOf } from "./conformance.ts";

export interface PluginTestSettings {
  /** Names of the plugins that it works with, as its package knows them: `@muster/python/plugin`, `@muster/plugin-fastapi`. */
  readonly with?: readonly string[];
  readonly options?: Json;
  readonly approvedPublic?: readonly ApprovedPublic[];
  /** Cases to run, by the name of their file or folder. Default: all below `fixtures`. */
  readonly cases?: readonly string[];
}

/**
 * Registers all tests of a plugin: its shape, every case below `fixtures`, and the page of every rule. One line does it,
 * in a test file of the plugin's package:
 *
 * ```ts
 * await describePlugin(import.meta.url, { with: ["@muster/python/plugin", "@muster/plugin-fastapi"] });
 * ```
 */
export async function describePlugin(url: string, settings: PluginTestSettings = {}): Promise<void> {
  const home = packageAround(url);
  const { own, all } = await loadAll(home, settings);
  const rules = new Map(own.plugin.analysis?.rules.map(({ meta }) => [meta.id, meta]));
  test(`${home.name} is shaped as a plugin is`, async () => {
    expect(await problemsOf(home.folder)).toEqual([]);
  });
  describeFixtures(home, all, rules, settings);
  for (const meta of rules.values()) describePage(home, all, meta, settings.approvedPublic ?? []);
}

/** Registers the tests of one rule: its page, and the cases below `fixtures` that speak of it, held against this rule alone. */
export async function describeRule(url: string, rule: string, settings: PluginTestSettings = {}): Promise<void> {
  const home = packageAround(url);
  const { own, all } = await loadAll(home, settings);
  const meta = own.plugin.analysis?.rules.find((each) => each.meta.id === `${own.plugin.name}/${rule}`)?.meta;
  if (!meta) throw new Error(`The plugin ${own.plugin.name} has no rule "${rule}": it has ${own.plugin.analysis?.rules.map((each) => each.meta.id).join(", ") ?? "none"}.`);
  const every = new Map(own.plugin.analysis?.rules.map((each) => [each.meta.id, each.meta]));
  for (const fixture of casesOf(home, settings)) {
    const expectations = readExpectations(fixture, every).filter((one) => one.kind !== "endpoint" && one.rule === meta.id);
    if (expectations.length > 0) describeCase(fixture, expectations, new Set([meta.id]), { plugins: all, approvedPublic: settings.approvedPublic ?? [] });
  }
  describePage(home, all, meta, settings.approvedPublic ?? []);
}

/**
 * How the controls come out on one case of a plugin, one line each: `AUTHN-01 pass POST /items`, without an endpoint where
 * the repository is meant; sorted. Rules are silent on what is proved and on what is undecided: this tells the two apart.
 */
export async function resultsOf(url: string, fixture: string, settings: Omit<PluginTestSettings, "cases"> = {}): Promise<string[]> {
  const home = packageAround(url);
  const { all } = await loadAll(home, settings);
  const [found] = casesOf(home, { cases: [fixture] });
  const { endpoints, results } = await runPlugins({ files: found?.files ?? [], plugins: all, approvedPublic: settings.approvedPublic ?? [], order: "sorted", roundTrip: false });
  const titles = new Map(endpoints.map(({ id, method, path }) => [id, ` ${method} ${path}`]));
  return results.map(({ control, status, endpoint = "" }) => `${control} ${status}${titles.get(endpoint) ?? ""}`).toSorted();
}

async function loadAll(home: PluginPackage, settings: PluginTestSettings): Promise<{ readonly own: NamedPlugin; readonly all: readonly NamedPlugin[] }> {
  const own = await loadPlugin(home, home.name, settings.options);
  const others = await Promise.all((settings.with ?? []).map((name) => loadPlugin(home, name)));
  return { own, all: [...others, own] };
}

function describeFixtures(home: PluginPackage, plugins: readonly NamedPlugin[], rules: ReadonlyMap<string, RuleMeta>, settings: PluginTestSettings): void {
  const cases = casesOf(home, settings);
  const request = { plugins, approvedPublic: settings.approvedPublic ?? [] };
  describe.runIf(cases.length > 0)(`fixtures of ${home.name}`, () => {
    for (const fixture of cases) {
      const expectations = readExpectations(fixture, rules);
      if (expectations.length === 0) throw new FixtureError(`The fixture ${fixture.name} of ${home.name} expects nothing. Say what is found (\`# finds: plugin/rule\`), what is not (\`# ok: plugin/rule\`) or what is served (\`# endpoint: GET /path protected\`).`);
      describeCase(fixture, expectations, new Set(rules.keys()), request);
    }
    describeScans(cases, request);
  });
}

function casesOf(home: PluginPackage, settings: PluginTestSettings): FixtureCase[] {
  const folder = path.join(home.folder, "fixtures");
  const found = readCases(folder);
  const absent = settings.cases?.filter((name) => !found.some((fixture) => fixture.name === name)) ?? [];
  if (absent.length > 0) throw new FixtureError(`${folder} holds no ${absent.join(", ")}.`);
  return found.filter((fixture) => settings.cases?.includes(fixture.name) ?? true);
}
