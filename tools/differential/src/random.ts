/** Chance that a seed repeats (mulberry32: a 32-bit state, enough for picking among few things). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to and without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** From `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.next() * choices.length)] ?? choices[0];
  }

  /** The first with one half, any of the others with the rest: for what is plain in most code. */
  mostly<T>(choices: readonly [T, ...T[]]): T {
    return this.chance(0.5) ? choices[0] : this.pick(choices);
  }

  /** Some of these, in their order; at least one. */
  some<T>(choices: readonly [T, ...T[]]): T[] {
    const found = choices.filter(() => this.chance(0.5));
    return found.length > 0 ? found : [this.pick(choices)];
  }

  list<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.integer(least, most) }, (_, index) => make(index));
  }
}
