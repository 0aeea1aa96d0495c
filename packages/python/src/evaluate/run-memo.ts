import type { Machine } from "./machine.ts";

interface Outcome<T> {
  readonly value: T;
  /** What it ran into and was not there yet. */
  readonly missing: ReadonlySet<string>;
}

/**
 * Outcomes of runs by key. One that ran into modules which are not there yet holds for as long as none of them is, and whoever takes
 * it over asks for them too: he is run again once they are there.
 */
export class RunMemo<Key, T> {
  readonly #known: Map<Key, Outcome<T>> = new Map();

  get(machine: Machine, key: Key): T | undefined {
    const known = this.#known.get(key);
    if (known === undefined || !machine.asksAgain(known.missing)) return undefined;
    return known.value;
  }

  /** @param missing What the run ran into (see `Machine.complete`). */
  set(key: Key, value: T, missing: ReadonlySet<string>): void {
    this.#known.set(key, { value, missing });
  }
}
