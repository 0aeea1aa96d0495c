import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

import { keepEngine, readManifest } from "./native-cache.mjs";

/** Beyond this a build is no slower to wait for than an answer, and a scan should start. */
const patienceMilliseconds = 5000;

/**
 * Fetches re2's prebuilt addon from its project's releases. Only bytes with the hash that re2's package states for this
 * platform are kept, and the package itself was checked against the lock file.
 *
 * @param {string} packageFolder
 * @returns {Promise<{ usable: true } | { usable: false, reason: string }>}
 */
export async function fetchPrebuilt(packageFolder) {
  const { version, github, artifactHashes } = readManifest(packageFolder);
  const slot = `${process.platform}${isMusl() ? "-musl" : ""}-${process.arch}-${process.versions.modules}`;
  const hash = artifactHashes?.[slot];
  if (github === undefined || hash === undefined) return { usable: false, reason: `none is published for ${slot}` };
  const addon = await download(`${github}/releases/download/${version}/${slot}.br`);
  if (addon.kind === "failed") return { usable: false, reason: addon.reason };
  if (`sha256:${createHash("sha256").update(addon.bytes).digest("hex")}` !== hash) return { usable: false, reason: "what came does not have the published hash" };
  const stage = await mkdtemp(path.join(tmpdir(), "muster-re2-"));
  try {
    const file = path.join(stage, "re2.node");
    await writeFile(file, addon.bytes);
    return await keepEngine(packageFolder, file);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/**
 * @param {string} url
 * @returns {Promise<{ kind: "fetched", bytes: Buffer } | { kind: "failed", reason: string }>}
 */
async function download(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMilliseconds) });
    if (!answer.ok) return { kind: "failed", reason: `the release page answered ${answer.status}` };
    return { kind: "fetched", bytes: await promisify(brotliDecompress)(Buffer.from(await answer.arrayBuffer())) };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

function isMusl() {
  if (process.platform !== "linux") return false;
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header?.glibcVersionRuntime === undefined;
}
