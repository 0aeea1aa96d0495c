import path from "node:path";
import { expect } from "vitest";
import { readTree } from "../cases/read-cases.ts";
import { loadPlugin, packageAround } from "../engine/load-plugin.ts";
import { runPlugins } from "../engine/run-plugins.ts";
import { compareGolden } from "./compare-golden.ts";
import { readGolden } from "./golden-row.ts";

/**
 * Expects that an application's inventory is what its `expected.json` says: all endpoints, no other, and every posture
 * that was measured. `url` is the calling test's; the plugins are named as its package knows them.
 */
export async function expectGolden(url: string, applicationFolder: string, plugins: readonly string[]): Promise<void> {
  const home = packageAround(url);
  // Documents too, since applications are described in them; the truth is not told to anyone.
  const files = readTree(applicationFolder).filter((file) => file.path !== "expected.json" && file.path !== "oracle.json");
  const loaded = await Promise.all(plugins.map((name) => loadPlugin(home, name)));
  const { endpoints } = await runPlugins({ files, plugins: loaded, approvedPublic: [], order: "sorted", roundTrip: true });
  const found = compareGolden(readGolden(path.join(applicationFolder, "expected.json")), endpoints);
  expect(found.join("\n"), `${path.basename(applicationFolder)}: \`-\` is missing, \`+\` is too much, \`~\` is not as it was measured`).toBe("");
}
