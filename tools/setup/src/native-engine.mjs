import { existsSync } from "node:fs";
import path from "node:path";

import { buildEngine } from "./build-engine.mjs";
import { exclusive } from "./exclusive.mjs";
import { exitWithReport } from "./exit-with-report.mjs";
import { fetchPrebuilt } from "./fetch-prebuilt.mjs";
import { nativeFolder, tryEngine } from "./native-cache.mjs";
import { say } from "./say.mjs";
import { SetUpError } from "./set-up-error.mjs";

/*
 * node native-engine.mjs state|fetch|build <checkout>, under the Node that will load the engine.
 * state: prints whether this Node has the native engine, for caches that depend on it
 * fetch: takes the prebuilt addon where it can be had in seconds
 * build: the same, and builds it otherwise
 */
const [action, root = ""] = process.argv.slice(2);
const packageFolder = path.join(root, "node_modules", "re2");

await exitWithReport(async () => {
  if (action === "state") {
    process.stdout.write(`${existsSync(packageFolder) && tryEngine(nativeFolder(packageFolder)).usable ? path.basename(nativeFolder(packageFolder)) : "re2js"}\n`);
    return;
  }
  if (!existsSync(packageFolder)) {
    if (action === "fetch") return;
    throw new SetUpError("The package re2 is not installed.", "npm leaves it out where it does not fit the platform or the Node. Scans work without it, with re2js.");
  }
  const folder = nativeFolder(packageFolder);
  if (tryEngine(folder).usable) {
    if (action === "build") say(`the native regex engine is ready in ${folder}`);
    return;
  }
  await exclusive(`${folder}.lock`, "setting up the native regex engine", async () => {
    if (tryEngine(folder).usable) return;
    const fetched = await fetchPrebuilt(packageFolder);
    if (fetched.usable) say("fetched the native regex engine re2");
    else if (action === "build") {
      say(`no prebuilt re2: ${fetched.reason}`);
      await buildEngine(root, packageFolder);
      say(`the native regex engine is ready in ${folder}`);
    }
  });
});
