import { ensureNode } from "./ensure-node.mjs";
import { ensurePackages } from "./ensure-packages.mjs";
import { exitWithReport } from "./exit-with-report.mjs";
import { repository } from "./repository.mjs";
import { requireNode } from "./require-node.mjs";

/* What `./muster` runs before the first scan, and after the lock file or the machine's Node has changed. */
await exitWithReport(async () => {
  requireNode();
  await ensurePackages(repository, await ensureNode(repository), "production");
});
