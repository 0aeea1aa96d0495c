import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import path from "node:path";

/** The folder of one repository's facts within the cache folder: its name for people, and a hash of its real path. */
export function repositoryCache(cacheFolder: string, repository: string): string {
  const real = realpathSync(repository);
  const name = path.basename(real).replaceAll(/[^A-Za-z0-9._-]+/gu, "-") || "root";
  return path.join(cacheFolder, "repositories", `${name}-${createHash("sha256").update(real).digest("hex").slice(0, 16)}`);
}
