/** Which bytes of a file a candidate has been made of, a bit each: work is linear in the values, however many there are. */
export class Claims {
  readonly #bits: Uint8Array;

  constructor(length: number) {
    this.#bits = new Uint8Array((length >> 3) + 1);
  }

  add(start: number, end: number): void {
    for (let at = start; at < end; at++) this.#bits[at >> 3] = (this.#bits[at >> 3] ?? 0) | (1 << (at & 7));
  }

  overlaps(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (((this.#bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0) return true;
    return false;
  }
}
