import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describeApplication, type Row } from "./application.ts";
import { differences } from "./differences.ts";
import { environmentFor } from "./environment.ts";
import { readOracleConfig } from "./oracle-config.ts";
import { withVariants } from "./variants.ts";

const appsFolder = path.resolve(import.meta.dirname, "../../../test/apps");

/** Writes the golden file of one application, once the framework's versions agree on it. */
async function regenerate(name: string): Promise<void> {
  const folder = path.join(appsFolder, name);
  const config = readOracleConfig(path.join(folder, "oracle.json"));
  const current = await environmentFor(readFileSync(path.join(folder, config.requirements.current), "utf8"));
  const describe = (variables: Readonly<Record<string, string>>, python = current): Row[] => describeApplication(python, folder, variables);
  const rows = withVariants(describe, config.variants);
  if (config.requirements.older !== undefined) {
    const older = await environmentFor(readFileSync(path.join(folder, config.requirements.older), "utf8"));
    const found = differences(rows, withVariants((variables) => describe(variables, older), config.variants));
    if (found.length > 0) throw new Error(`${name}: the older framework disagrees. Move what differs into an application of its own.\n${found.join("\n")}`);
  }
  writeFileSync(path.join(folder, "expected.json"), `${JSON.stringify(rows, undefined, 2)}\n`);
  const undecided = rows.filter((row) => row.secured === null).length;
  console.log(`${name}: ${rows.length} endpoints, ${rows.filter((row) => row.secured === true).length} secured, ${undecided} undecided`);
}

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : readdirSync(appsFolder).sort()) await regenerate(name);
