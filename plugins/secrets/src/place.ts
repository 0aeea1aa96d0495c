import { isUtf8 } from "node:buffer";

/** Turns byte offsets, asked for in ascending order, into lines and columns. */
export class Places {
  readonly #bytes: Buffer;
  #line = 1;
  #lineStart = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    // A byte order mark is no column.
    if (bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#lineStart = 3;
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    for (let end = this.#bytes.indexOf(0x0a, this.#lineStart); end !== -1 && end < offset; end = this.#bytes.indexOf(0x0a, this.#lineStart)) {
      this.#line++;
      this.#lineStart = end + 1;
    }
    const before = this.#bytes.subarray(this.#lineStart, offset);
    return { line: this.#line, column: (isUtf8(before) ? before.toString("utf8").length : before.length) + 1 };
  }
}
