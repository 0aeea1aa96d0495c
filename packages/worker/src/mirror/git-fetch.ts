import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Location } from "./location.ts";
import { runGit, type GitEnd } from "./run-git.ts";

/** How much one fetch may take. */
export interface FetchLimits {
  readonly timeoutMs: number;
  /** That a mirror may hold. */
  readonly bytes: number;
}

export interface FetchAccess {
  readonly location: Extract<Location, { readonly kind: "url" }>;
  readonly address: string;
  readonly header?: string;
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
}

/**
 * Runs git against the one host of a location: no other protocol, no redirect, no other address than the one that was
 * looked up. The credential is in the environment, where no list of processes shows it.
 */
export function gitFetch(mirror: string, args: readonly string[], { location, address, header, limits, signal }: FetchAccess, input = ""): Promise<GitEnd> {
  const { protocol, host, port } = location;
  const pinned = `${host.replace(/^\[|\]$/gu, "")}:${port}:${address.includes(":") ? `[${address}]` : address}`;
  const ssh = `ssh -oBatchMode=yes -oStrictHostKeyChecking=yes -oConnectTimeout=20 -oHostName=${address} -oHostKeyAlias=${host}`;
  return runGit(mirror, args, {
    signal,
    input,
    timeoutMs: limits.timeoutMs,
    settings: [`protocol.${protocol}.allow=always`, "http.followRedirects=false", "http.lowSpeedLimit=1000", "http.lowSpeedTime=60", protocol === "ssh" ? `core.sshCommand=${ssh}` : `http.curloptResolve=${pinned}`],
    environment: header === undefined ? {} : { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: `http.${new URL(location.url).origin}/.extraHeader`, GIT_CONFIG_VALUE_0: header },
    check: async () => (Number.isFinite(limits.bytes) && (await folderBytes(mirror)) > limits.bytes ? `the repository is larger than ${Math.round(limits.bytes / 1_000_000)} MB` : undefined),
  });
}

/** Bytes below a folder; what vanishes meanwhile counts nothing. */
async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => (await stat(path.join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}
