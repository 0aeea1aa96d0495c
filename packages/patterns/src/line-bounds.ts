const before = 1024;
const after = 4096;

/**
 * Windows of the previous, the own and the next line around places asked for in ascending order. Each line end is looked
 * for twice at most, however many places a line holds; long lines are cut to 1,024 bytes before and 4,096 after the place.
 */
export class LineBounds {
  readonly #bytes: Buffer;
  #start = 0;
  #end = -1;
  #nextEnd = -1;
  #previousStart = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#end = this.#lineEnd(0);
    this.#nextEnd = this.#lineEnd(this.#end + 1);
  }

  /** Start and end of the window around `[from, to)`. */
  around(from: number, to: number): readonly [number, number] {
    if (from > this.#end) this.#goTo(from);
    const start = Math.max(this.#previousStart, from - before);
    const end = Math.min(Math.max(this.#nextEnd, to), to + after);
    return [this.#wholeCharacter(start), this.#wholeCharacter(end)];
  }

  #goTo(place: number): void {
    if (place <= this.#nextEnd) {
      this.#previousStart = this.#start;
      this.#start = this.#end + 1;
      this.#end = this.#nextEnd;
    } else {
      this.#start = this.#bytes.lastIndexOf(0x0a, place - 1) + 1;
      this.#previousStart = this.#start < 2 ? 0 : this.#bytes.lastIndexOf(0x0a, this.#start - 2) + 1;
      this.#end = this.#lineEnd(place);
    }
    this.#nextEnd = this.#lineEnd(this.#end + 1);
  }

  #lineEnd(from: number): number {
    if (from >= this.#bytes.length) return this.#bytes.length;
    const found = this.#bytes.indexOf(0x0a, from);
    return found === -1 ? this.#bytes.length : found;
  }

  /** Moves back to the first byte of a UTF-8 sequence: a cut one would not be valid. */
  #wholeCharacter(at: number): number {
    let moved = at;
    while (moved > 0 && moved < this.#bytes.length && (this.#bytes[moved]! & 0xc0) === 0x80) moved--;
    return moved;
  }
}
