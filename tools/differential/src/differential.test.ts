import { environmentFor } from "@muster/oracle";
import { describe, expect, test } from "vitest";
import { writeCase } from "./case-folder.ts";
import { runDifferential } from "./differential.ts";
import { loadGenerators } from "./generators.ts";
import { report } from "./report.ts";

const generators = await loadGenerators();

/** For each framework: together more than five hundred. The command compares five hundred of each. */
const count = Math.ceil(600 / generators.length);

/**
 * One seed for every run of the tests: what a change breaks is then the change's own, and nx may keep what passed. Fresh
 * seeds are the command's (`npm run differential -w @muster/differential`); `MUSTER_SEED` asks for another one here.
 */
const seed = Number(process.env["MUSTER_SEED"] ?? "20260701");

/** Why a framework cannot be asked here, by what it requires. Two environments are made at a time, in the order of the tests, while earlier frameworks are compared. */
const missing = new Map<string, Promise<string | undefined>>();
const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
for (const [place, requirements] of [...new Set(generators.map((generator) => generator.requirements))].entries()) {
  const made = (lanes[place % lanes.length] ?? Promise.resolve()).then(() => whyMissing(requirements));
  lanes[place % lanes.length] = made;
  missing.set(requirements, made);
}

describe.each(generators)("$name", (generator) => {
  test("random applications have the endpoints that the framework serves", { timeout: 300_000 }, async ({ skip }) => {
    const reason = await missing.get(generator.requirements);
    if (reason !== undefined) skip(`${generator.name} cannot be installed here: ${reason}`);
    const result = await runDifferential(generator, seed, count);
    for (const { candidate, served } of result.mismatches) writeCase(generator.name, candidate.config.application, candidate.sources, served);
    const said = report(generator, seed, result);
    console.log(said.split("\n")[0]);
    expect(result.disagreed, `${said}\n\nThe small ones were written below test/generated, where they stay as cases.`).toBe(0);
    expect(result.compared, `${said}\n\nMost of what is generated must be served.`).toBeGreaterThan(count * 0.9);
  });
});

async function whyMissing(requirements: string): Promise<string | undefined> {
  try {
    await environmentFor(requirements);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
}
