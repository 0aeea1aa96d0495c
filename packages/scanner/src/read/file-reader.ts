import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { hash } from "node:crypto";
import type { Outcome } from "@muster/contract";

/** A file's bytes, valid until the reader's next file, and what the file system said of it before the first byte was read. */
export interface FileContent {
  readonly status: "read";
  readonly bytes: Buffer;
  /** Git's id of a blob of these bytes (SHA-1 object format), in hexadecimal. */
  readonly id: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

/** Why a file was not read: the rest of its outcome. */
export interface Unread {
  readonly status: "unread";
  readonly outcome: Pick<Outcome, "status" | "reason">;
}

/** Room before the bytes for git's header: `blob <size>\0`. */
const headerRoom = 32;

/** Reads files one after another into one growing buffer: reading 13,000 small files costs no allocation. */
export class FileReader {
  #room: Buffer = Buffer.allocUnsafeSlow(headerRoom + 256 * 1024);
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Neither follows a link in the last place nor waits for a pipe. */
  read(path: string | Buffer): FileContent | Unread {
    let file: number;
    try {
      // Absent on Windows, where they are undefined and count as 0.
      file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    } catch (error) {
      return unread(error);
    }
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) return { status: "unread", outcome: { status: "skipped", reason: "Replaced by something that is not a file while the scan ran." } };
      if (stats.size > this.#maxBytes) return { status: "unread", outcome: { status: "skipped", reason: `Grew beyond the limit of ${this.#maxBytes} bytes while the scan ran.` } };
      return this.#readOpen(file, stats);
    } catch (error) {
      return unread(error);
    } finally {
      closeSync(file);
    }
  }

  #readOpen(file: number, stats: Stats): FileContent {
    if (this.#room.length < headerRoom + stats.size) this.#room = Buffer.allocUnsafeSlow(headerRoom + Math.max(stats.size, Math.min(2 * this.#room.length, this.#maxBytes)));
    const room = this.#room;
    let size = 0;
    while (size < stats.size) {
      const got = readSync(file, room, headerRoom + size, stats.size - size, null);
      if (got === 0) break;
      size += got;
    }
    const header = `blob ${size}\0`;
    const start = headerRoom - header.length;
    room.write(header, start, "latin1");
    const id = hash("sha1", room.subarray(start, headerRoom + size), "hex");
    return { status: "read", bytes: room.subarray(headerRoom, headerRoom + size), id, size: stats.size, mtimeMs: stats.mtimeMs, ctimeMs: stats.ctimeMs, ino: stats.ino };
  }
}

function unread(error: unknown): Unread {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const say = (status: "skipped" | "failed", reason: string): Unread => ({ status: "unread", outcome: { status, reason } });
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return say("skipped", "Deleted while the scan ran.");
    case "ELOOP":
    case "EMLINK":
      return say("skipped", "Replaced by a symbolic link while the scan ran.");
    case "EACCES":
    case "EPERM":
      return say("failed", "Not readable for the scanning user. Give read access, or exclude it.");
    default:
      return say("failed", `Could not be read (${code}).`);
  }
}
