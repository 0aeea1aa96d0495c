import { parseArgs } from "node:util";
import { report } from "./report.ts";
import { runDifferential } from "./differential.ts";
import { loadGenerators, named } from "./generators.ts";
import { writeCase } from "./case-folder.ts";

const { values } = parseArgs({ options: { framework: { type: "string", multiple: true }, count: { type: "string", default: "500" }, seed: { type: "string" } } });
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);

for (const generator of named(await loadGenerators(), values.framework)) {
  const result = await runDifferential(generator, seed, Number(values.count));
  console.log(report(generator, seed, result));
  for (const { candidate, served } of result.mismatches) console.log(`written: ${writeCase(generator.name, candidate.config.application, candidate.sources, served)}`);
  if (result.disagreed > 0) process.exitCode = 1;
}
