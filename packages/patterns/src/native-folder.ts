import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Where a cache folder of Muster's keeps the native engine that this process can load:
 * `native/re2-<version>-node<modules abi>-<platform>-<arch>`. The folder need not be there. Undefined where re2 itself is
 * not installed.
 */
export function nativeFolderIn(cacheFolder: string): string | undefined {
  const version = installedVersion();
  if (version === undefined) return undefined;
  return join(cacheFolder, "native", `re2-${version}-node${process.versions.modules}-${process.platform}-${process.arch}`);
}

function installedVersion(): string | undefined {
  try {
    const manifest: { readonly version: string } = createRequire(import.meta.url)("re2/package.json");
    return manifest.version;
  } catch {
    // An optional dependency: its absence is an answer.
    return undefined;
  }
}
