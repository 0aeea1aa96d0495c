import path from "node:path";

import { ensureNode } from "./ensure-node.mjs";
import { ensurePackages } from "./ensure-packages.mjs";
import { exitWithReport } from "./exit-with-report.mjs";
import { passThrough } from "./pass-through.mjs";
import { repository } from "./repository.mjs";
import { requireNode } from "./require-node.mjs";
import { setup } from "./setup.mjs";
import { userFolder } from "./user-folder.mjs";

/* `npm run muster -- …`, which is how Muster runs where there is no POSIX shell, and `./muster setup`. */
const [command, ...rest] = process.argv.slice(2);
if (command === "setup") await setup(rest);
else {
  await exitWithReport(async () => {
    requireNode();
    const node = await ensureNode(repository);
    await ensurePackages(repository, node, "production");
    const main = path.join(repository, "apps", "cli", "src", "main.ts");
    await passThrough(node, ["--conditions=@muster/source", main, ...process.argv.slice(2)], userFolder(process.env, repository));
  });
}
