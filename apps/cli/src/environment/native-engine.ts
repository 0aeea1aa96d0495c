import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Where the native regex engine lies: in a folder, or nowhere. */
export type NativeEngine = { readonly place: "folder"; readonly folder: string } | { readonly place: "none" };

/** Looks for it without loading it. `MUSTER_NATIVE` names a folder and comes before the cache folder. */
export function findNativeEngine(env: NodeJS.ProcessEnv, cacheFolder: string): NativeEngine {
  const named = env["MUSTER_NATIVE"];
  if (named !== undefined && named !== "") return holdsEngine(named) ? { place: "folder", folder: path.resolve(named) } : { place: "none" };
  const kept = path.join(cacheFolder, "native");
  const ending = `-node${process.versions.modules}-${process.platform}-${process.arch}`;
  const fitting = existsSync(kept) ? readdirSync(kept).filter((name) => name.startsWith("re2-") && name.endsWith(ending)) : [];
  const folder = fitting
    .toSorted()
    .toReversed()
    .map((name) => path.join(kept, name))
    .find(holdsEngine);
  if (folder !== undefined) return { place: "folder", folder };
  return { place: "none" };
}

function holdsEngine(folder: string): boolean {
  return existsSync(path.join(folder, "re2.js")) && existsSync(path.join(folder, "build", "Release", "re2.node"));
}
