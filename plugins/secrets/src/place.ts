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
    while (this.#lineEnd < offset) {
      this.#line++;
      this.#counted = this.#lineEnd + 1;
      this.#column = 1;
      this.#lineEnd = this.#endOfLine(this.#counted);
    }
    const passed = this.#bytes.subarray(this.#counted, offset);
    this.#column += isUtf8(passed) ? passed.toString("utf8").length : passed.length;
    this.#counted = offset;
    return { line: this.#line, column: this.#column };
  }

  #endOfLine(from: number): number {
    const found = this.#bytes.indexOf(0x0a, from);
    return found === -1 ? this.#bytes.length : found;
  }
}
