import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { StoreError } from "../database/store-error.ts";
import { readLine, type BackupHead, type BackupLine } from "./backup-lines.ts";

/** Characters of one line: a row that holds a whole result is the largest. */
const longest = 500_000_000;

/** Reads a backup to its end and holds it against what it says of itself. Throws a `StoreError` that says what is wrong with it. */
export async function checkBackup(file: string): Promise<BackupHead> {
  const sum = createHash("sha256");
  let head: BackupHead | undefined;
  let rows = 0;
  let ended = false;
  for await (const text of textLines(file)) {
    const line = readLine(text);
    if (ended) throw damaged(file, "something follows its end");
    if (head === undefined) {
      if (line?.kind !== "head" || line.head.format !== "muster.backup/1") throw new StoreError(`${file} is no backup of Muster's.`);
      head = line.head;
    }
    switch (line?.kind) {
      case "end":
        if (line.end.rows !== rows) throw damaged(file, `it has ${rows} rows in place of ${line.end.rows}`);
        if (line.end.sha256 !== sum.digest("hex")) throw damaged(file, "its checksum is another one");
        ended = true;
        break;
      case "row":
        rows += 1;
        sum.update(`${text}\n`);
        break;
      case "head":
      case "table":
        sum.update(`${text}\n`);
        break;
      case undefined:
        throw damaged(file, "a line of it is none");
      default:
        line satisfies never;
    }
  }
  if (head === undefined) throw new StoreError(`${file} is no backup of Muster's.`);
  if (!ended) throw damaged(file, "it ends too early");
  return head;
}

/** The lines of a backup that was checked. */
export async function* backupLines(file: string): AsyncGenerator<BackupLine, void> {
  for await (const text of textLines(file)) {
    const line = readLine(text);
    if (line === undefined) throw damaged(file, "a line of it is none");
    yield line;
  }
}

async function* textLines(file: string): AsyncGenerator<string, void> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on("error", (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  let pieces: string[] = [];
  let size = 0;
  try {
    for await (const piece of unpacked.setEncoding("utf8") as AsyncIterable<string>) {
      let start = 0;
      for (let end = piece.indexOf("\n"); end !== -1; end = piece.indexOf("\n", start)) {
        pieces.push(piece.slice(start, end));
        yield pieces.join("");
        pieces = [];
        size = 0;
        start = end + 1;
      }
      pieces.push(piece.slice(start));
      size += piece.length - start;
      if (size > longest) throw damaged(file, "a line of it has no end");
    }
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR" || code === "EACCES") throw new StoreError(`${file} cannot be read (${code}).`, { cause: error });
    if (code === "Z_BUF_ERROR") throw damaged(file, "it ends too early", error);
    if (code.startsWith("Z_")) throw damaged(file, "it cannot be unpacked", error);
    throw error;
  } finally {
    source.destroy();
  }
  if (pieces.some((piece) => piece !== "")) throw damaged(file, "it ends too early");
}

function damaged(file: string, how: string, cause?: unknown): StoreError {
  return new StoreError(`The backup ${file} is damaged: ${how}. Nothing was restored; use another one.`, { cause });
}
