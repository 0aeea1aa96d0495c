import type { Outcome } from "@muster/contract";
import type { DiscoveredFile } from "../discover/discover.ts";

/**
 * A file written this shortly before the scan looked at it may be written again within the same tick of its clock.
 * Milliseconds; whole seconds are the times of file systems whose clock ticks in seconds.
 */
const racyMs = { fine: 100, seconds: 2_000 } as const;

/** What the last scan of a folder knew of one of its files. */
export interface KnownFile {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
  /** Content id; empty where the file was not read. */
  readonly id: string;
}

/** What the last scan of a folder left, so that files that did not change are not read, and nothing is computed again when none did. */
export interface TreeRecord {
  readonly paths: readonly string[];
  /** By place in `paths`. */
  file(index: number): KnownFile;
  readonly summary: TreeSummary;
}

export interface TreeSummary {
  /** Digest of plugins, options and program under which the rest holds. */
  readonly configuration: string;
  /** Key of the linked and judged model; absent where it may not be used again. */
  readonly model?: string;
  readonly commit?: string;
  readonly dirty?: boolean;
  /** Outcomes of extraction. */
  readonly outcomes: readonly Outcome[];
  readonly analysed: number;
}

const numbers = 4;

/** Whether a file is as it was. Also false where its times lie too close to that scan to tell. */
export function isUnchanged(file: DiscoveredFile, known: KnownFile): boolean {
  return file.size === known.size && file.mtimeMs === known.mtimeMs && file.ctimeMs === known.ctimeMs && file.ino === known.ino;
}

/** `startedMs`: when the scan began to look at files. Entries that may have been written since are kept without their times, so that nothing equals them. */
export function encodeTree(files: readonly { readonly file: KnownFile & { readonly path: string } }[], summary: TreeSummary, startedMs: number): Buffer {
  const paths = Buffer.from(files.map(({ file }) => file.path).join("\0"));
  const stats = new Float64Array(files.length * numbers);
  const ids = Buffer.alloc(files.length * 20);
  for (const [index, { file }] of files.entries()) {
    const racy = isRacy(file.mtimeMs, startedMs) || isRacy(file.ctimeMs, startedMs);
    stats.set([file.size, racy ? Number.NaN : file.mtimeMs, file.ctimeMs, file.ino], index * numbers);
    if (file.id !== "") ids.write(file.id, index * 20, "hex");
  }
  const head = Buffer.from(JSON.stringify({ count: files.length, paths: paths.length, summary }));
  const length = Buffer.alloc(8);
  length.writeUInt32LE(head.length);
  // Numbers first, so that they lie at a multiple of eight.
  return Buffer.concat([Buffer.from(stats.buffer), ids, paths, head, length]);
}

/** The record of bytes that passed their checksum. */
export function decodeTree(body: Uint8Array): TreeRecord {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const headLength = bytes.readUInt32LE(bytes.length - 8);
  const headStart = bytes.length - 8 - headLength;
  const head: { count: number; paths: number; summary: TreeSummary } = JSON.parse(bytes.toString("utf8", headStart, headStart + headLength));
  const idsStart = head.count * numbers * 8;
  const pathsStart = idsStart + head.count * 20;
  const stats = new Float64Array(head.count * numbers);
  Buffer.from(stats.buffer).set(bytes.subarray(0, idsStart));
  const ids = bytes.toString("hex", idsStart, pathsStart);
  const paths = head.count === 0 ? [] : bytes.toString("utf8", pathsStart, pathsStart + head.paths).split("\0");
  const unread = "0".repeat(40);
  return {
    paths,
    summary: head.summary,
    file: (index) => {
      const at = index * numbers;
      const id = ids.slice(index * 40, index * 40 + 40);
      return { size: stats[at] ?? Number.NaN, mtimeMs: stats[at + 1] ?? Number.NaN, ctimeMs: stats[at + 2] ?? Number.NaN, ino: stats[at + 3] ?? Number.NaN, id: id === unread ? "" : id };
    },
  };
}

function isRacy(time: number, startedMs: number): boolean {
  return time >= startedMs - (time % 1_000 === 0 ? racyMs.seconds : racyMs.fine);
}
