import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";

/** A file inside of an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface ArchiveContent {
  readonly entries: readonly ArchiveEntry[];
  /** False where something was left out: a limit was met, the archive is damaged or encrypted, or holds another one. */
  readonly complete: boolean;
}

/** What is taken out of one archive at most. A bomb's entries declare more, or more of them, and are left out unread. */
export interface ArchiveLimits {
  readonly bytes: number;
  readonly entries: number;
}

export const archiveLimits: ArchiveLimits = { bytes: 64 * 1024 * 1024, entries: 5000 };

type Kind = "zip" | "gzip" | "tar";

/** Told by the bytes, not by a name: ZIP (APPNOTE §4.3.7), gzip (RFC 1952 §2.3.1), tar with POSIX headers. */
export function archiveKind(bytes: Buffer): Kind | undefined {
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0304) return "zip";
  if (bytes.length >= 2 && bytes.readUInt16BE(0) === 0x1f8b) return "gzip";
  return bytes.length >= 512 && bytes.toString("latin1", 257, 262) === "ustar" ? "tar" : undefined;
}

/** The files of an archive, within limits; `undefined` for what is no archive. Never throws. */
export function readArchive(bytes: Buffer, limits: ArchiveLimits = archiveLimits): ArchiveContent | undefined {
  const kind = archiveKind(bytes);
  try {
    switch (kind) {
      case undefined:
        return undefined;
      case "zip":
        return withoutArchives(unzip(bytes, limits));
      case "gzip":
        return withoutArchives(ungzip(bytes, limits));
      case "tar":
        return withoutArchives(untar(bytes, limits));
      default:
        return kind satisfies never;
    }
  } catch {
    // Damaged, encrypted, or more than its headers say: nothing in it was read.
    return { entries: [], complete: false };
  }
}

/** An archive in an archive is not opened. */
function withoutArchives({ entries, complete }: ArchiveContent): ArchiveContent {
  const plain = entries.filter((entry) => archiveKind(entry.bytes) === undefined);
  return { entries: plain, complete: complete && plain.length === entries.length };
}

function unzip(bytes: Buffer, limits: ArchiveLimits): ArchiveContent {
  let left = limits.bytes;
  let count = 0;
  let complete = true;
  const files = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      if (name.endsWith("/")) return false;
      // What is inflated fits the declared size, which it cannot go beyond.
      const cost = Math.max(size, originalSize);
      const fits = count < limits.entries && cost <= left;
      complete &&= fits;
      if (!fits) return false;
      left -= cost;
      count++;
      return true;
    },
  });
  const entries = Object.entries(files).map(([name, content]): ArchiveEntry => ({ name, bytes: Buffer.from(content.buffer, content.byteOffset, content.byteLength) }));
  return { entries, complete };
}

function ungzip(bytes: Buffer, limits: ArchiveLimits): ArchiveContent {
  const content = gunzipSync(bytes, { maxOutputLength: limits.bytes });
  return archiveKind(content) === "tar" ? untar(content, limits) : { entries: [{ name: "", bytes: content }], complete: true };
}

const block = 512;

/** Regular files, by POSIX headers (IEEE Std 1003.1 pax, "ustar Interchange Format"); names of more than 255 bytes are cut. */
function untar(bytes: Buffer, limits: ArchiveLimits): ArchiveContent {
  const entries: ArchiveEntry[] = [];
  for (let at = 0; at + block <= bytes.length; ) {
    const header = bytes.subarray(at, at + block);
    if (header[0] === 0) break;
    if (entries.length >= limits.entries || header.toString("latin1", 257, 262) !== "ustar") return { entries, complete: false };
    const size = Number.parseInt(textOf(header, 124, 136).trim(), 8);
    const end = at + block + size;
    if (!(size >= 0) || end > bytes.length) return { entries, complete: false };
    const prefix = textOf(header, 345, 500);
    const name = `${prefix === "" ? "" : `${prefix}/`}${textOf(header, 0, 100)}`;
    if (header[156] === 0x30 || header[156] === 0) entries.push({ name, bytes: bytes.subarray(at + block, end) });
    at = end + ((block - (size % block)) % block);
  }
  return { entries, complete: true };
}

function textOf(header: Buffer, start: number, end: number): string {
  const field = header.toString("utf8", start, end);
  const zero = field.indexOf("\0");
  return zero === -1 ? field : field.slice(0, zero);
}
