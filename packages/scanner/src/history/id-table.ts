/** Numbers object ids from 0 on, in the order in which they are added: 28 bytes for each, where a map of texts takes 150. */
export class IdTable {
  /** Bytes of an id: 20, or 32 in a repository of SHA-256. */
  readonly width: number;
  #ids: Buffer;
  #slots: Int32Array = new Int32Array(1 << 12).fill(-1);
  #size = 0;
  readonly #given: Buffer;

  constructor(width: number) {
    this.width = width;
    this.#given = Buffer.alloc(width);
    this.#ids = Buffer.alloc(width << 10);
  }

  get size(): number {
    return this.#size;
  }

  /** The number of the id that is written in hexadecimal at a place of `text`, a new one where it is new. */
  add(text: Buffer, at: number): number {
    this.#readHex(text, at);
    return this.#addBytes(this.#given, 0);
  }

  /** Adds ids that `bytes()` gave. */
  addAll(ids: Buffer): void {
    for (let at = 0; at < ids.length; at += this.width) this.#addBytes(ids, at);
  }

  addHex(hex: string): number {
    return this.add(Buffer.from(hex, "latin1"), 0);
  }

  /** -1 for an id that is not there. */
  find(text: Buffer, at: number): number {
    this.#readHex(text, at);
    return this.#slots[this.#slotOf(this.#given, 0)] ?? -1;
  }

  findHex(hex: string): number {
    return this.find(Buffer.from(hex, "latin1"), 0);
  }

  hex(number: number): string {
    return this.#ids.toString("hex", number * this.width, (number + 1) * this.width);
  }

  /** All ids, one after the other. */
  bytes(): Buffer {
    return this.#ids.subarray(0, this.#size * this.width);
  }

  #addBytes(source: Buffer, at: number): number {
    const slot = this.#slotOf(source, at);
    const known = this.#slots[slot] ?? -1;
    if (known !== -1) return known;
    const number = this.#size++;
    if (this.#size * this.width > this.#ids.length) this.#ids = Buffer.concat([this.#ids], this.#ids.length * 2);
    source.copy(this.#ids, number * this.width, at, at + this.width);
    this.#slots[slot] = number;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return number;
  }

  /** Where an id is, or would be. Ids are hashes themselves: their first bytes spread well. */
  #slotOf(source: Buffer, at: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = source.readUInt32LE(at) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] ?? -1;
      if (number === -1 || this.#ids.compare(source, at, at + this.width, number * this.width, (number + 1) * this.width) === 0) return slot;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = this.#ids.readUInt32LE(number * this.width) & mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & mask;
      this.#slots[slot] = number;
    }
  }

  #readHex(text: Buffer, at: number): void {
    for (let index = 0; index < this.width; index++) this.#given[index] = (nibble(text[at + 2 * index]) << 4) | nibble(text[at + 2 * index + 1]);
  }
}

/** Of `0-9a-f`. */
function nibble(code = 0): number {
  return code > 0x39 ? code - 0x57 : code - 0x30;
}
