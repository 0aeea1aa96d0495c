import { isUtf8 } from "node:buffer";

/**
 * Turns byte offsets, asked for in ascending order, into lines and columns. What was passed is not looked at again, so
 * that many places on one long line stay cheap.
 */
export class Places {
  readonly #bytes: Buffer;
  #line = 1;
  #lineEnd: number;
  /** Up to here characters of the line are counted. */
  #counted = 0;
  #column = 1;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    // A byte order mark is no column.
    if (bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#counted = 3;
    this.#lineEnd = this.#endOfLine(this.#counted);
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    if (this.#lineEnd < offset) this.#passLines(offset);
    const passed = this.#bytes.subarray(this.#counted, offset);
    this.#column += isUtf8(passed) ? passed.toString("utf8").length : passed.length;
    this.#counted = offset;
    return { line: this.#line, column: this.#column };
  }

  /** Goes to the line of the offset. Lines are short: to look at each byte is quicker than to ask for each line's end. */
  #passLines(offset: number): void {
    const bytes = this.#bytes;
    let line = this.#line;
    let start = this.#lineEnd + 1;
    for (let at = this.#lineEnd; at < offset; at++) {
      if (bytes[at] !== 0x0a) continue;
      line++;
      start = at + 1;
    }
    this.#line = line;
    this.#counted = start;
    this.#column = 1;
    this.#lineEnd = this.#endOfLine(offset);
  }

  #endOfLine(from: number): number {
    const found = this.#bytes.indexOf(0x0a, from);
    return found === -1 ? this.#bytes.length : found;
  }
}
