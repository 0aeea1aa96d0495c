import { fileURLToPath } from "node:url";

import { checkBoundaries } from "./check-boundaries.ts";

const { packages, imports, violations } = checkBoundaries(fileURLToPath(new URL("../../..", import.meta.url)));
for (const { file, line, message } of violations) console.error(`${file}:${line}: ${message}`);
if (violations.length > 0) process.exitCode = 1;
console.log(`${imports} imports in ${packages} packages: ${violations.length === 0 ? "all within the boundaries" : `${violations.length} against the boundaries`}`);
