import { isUtf8 } from "node:buffer";

/** A path as the scan speaks of it; `raw` are the bytes of its name on disk where these are not UTF-8. */
export interface ListedPath {
  readonly path: string;
  readonly raw?: Buffer;
}

/** Bytes that are not UTF-8 are shown as `\xE9`: the path stays text that identifies the file. */
export function listedPath(raw: Buffer): ListedPath {
  if (isUtf8(raw)) return { path: raw.toString("utf8") };
  const path = raw.toString("latin1").replace(/[\u0080-\u00ff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  return { path, raw };
}

/** Splits a list of paths that end in NUL, as git prints it with `-z`. */
export function splitPaths(output: Buffer): ListedPath[] {
  if (isUtf8(output)) return output.toString("utf8").split("\0").slice(0, -1).map((path) => ({ path }));
  return output.toString("latin1").split("\0").slice(0, -1).map((path) => listedPath(Buffer.from(path, "latin1")));
}

/** The name to give to the file system. */
export function diskPath(root: string, { path, raw }: ListedPath): string | Buffer {
  return raw === undefined ? `${root}/${path}` : Buffer.concat([Buffer.from(`${root}/`), raw]);
}
