import { ensureNode } from "./ensure-node.mjs";
import { ensurePackages } from "./ensure-packages.mjs";
import { exitWithReport } from "./exit-with-report.mjs";
import { buildNativeEngine } from "./native-engine-step.mjs";
import { repository } from "./repository.mjs";
import { requireNode } from "./require-node.mjs";
import { say } from "./say.mjs";

const usage = `usage: muster setup [--native]
  Brings Node and the packages that a scan needs. With --native also the native regex engine, built where it must be.
`;
/** Exit status of wrong use. */
const wrongUse = 2;

/**
 * `muster setup`: the set-up without a scan.
 *
 * @param {readonly string[]} args
 */
export async function setup(args) {
  if (args.some((arg) => arg !== "--native")) {
    const asked = args.every((arg) => ["--native", "--help", "-h"].includes(arg));
    (asked ? process.stdout : process.stderr).write(usage);
    process.exitCode = asked ? 0 : wrongUse;
    return;
  }
  await exitWithReport(async () => {
    requireNode();
    const node = await ensureNode(repository);
    await ensurePackages(repository, node, "production");
    if (!args.includes("--native") || (await buildNativeEngine(repository, node))) say("set up");
    else process.exitCode = 3;
  });
}
