import { closeSync, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { SourceReader } from "@muster/reporters";

/** Code frames of larger files are not shown. */
const largest = 16_000_000;

/** Reads files of the scanned tree for code frames. A link that leads outside of the tree is not followed. */
export function folderSource(folder: string): SourceReader {
  const root = realpathSync(folder) + path.sep;
  return (relative) => {
    try {
      const file = realpathSync(path.join(root, relative));
      return file.startsWith(root) ? readText(file) : undefined;
    } catch (error) {
      // The file went away since the scan, or may not be read: its code is not shown.
      if (error instanceof Error && "code" in error) return undefined;
      throw error;
    }
  };
}

function readText(file: string): string | undefined {
  const handle = openSync(file, "r");
  try {
    const found = fstatSync(handle);
    return found.isFile() && found.size <= largest ? decode(readFileSync(handle)) : undefined;
  } finally {
    closeSync(handle);
  }
}

/** Names that Python has and the Encoding Standard lacks. */
const webNames: ReadonlyMap<string, string> = new Map([
  ["latin-1", "latin1"],
  ["iso-latin-1", "latin1"],
  ["utf-8-sig", "utf-8"],
]);

/** By BOM, then by a coding line in the first two lines (PEP 263), then UTF-8. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const [first = "", second = ""] = bytes.toString("latin1", 0, 400).split(/\r\n|\n|\r/u);
  const coding = [first, second].map((line) => /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/u.exec(line)?.[1]).find((name) => name !== undefined);
  return decoderOf(coding).decode(bytes);
}

function decoderOf(coding: string | undefined): InstanceType<typeof TextDecoder> {
  const name = (coding ?? "utf-8").toLowerCase().replaceAll("_", "-");
  try {
    return new TextDecoder(webNames.get(name) ?? name);
  } catch (error) {
    // A name that the platform does not know.
    if (error instanceof RangeError) return new TextDecoder();
    throw error;
  }
}
