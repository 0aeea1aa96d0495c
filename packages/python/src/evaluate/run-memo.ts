import { reading } from "../reuse/heap.ts";
import type { Machine, Needs } from "./machine.ts";

interface Outcome<T> {
  readonly value: T;
  readonly needs: Needs;
}

/**
 * Outcomes of runs by key. One that ran into modules which are not there yet holds for as long as none of them is, and whoever takes
 * it over asks for them too: he is run again once they are there.
 */
export class RunMemo<Key, T> {
  readonly #known: Map<Key, Outcome<T>> = new Map();

  get(machine: Machine, key: Key): T | undefined {
    const known = this.#known.get(key);
    if (known === undefined || !machine.asksAgain(known.needs.missing)) return undefined;
    const log = reading();
    // What was run before reads were noted is there for this evaluation alone.
    if (log && known.needs.reads) log.add(known.needs.reads);
    else if (log) log.lost ??= "it rests on what was not noted";
    return known.value;
  }

  /** @param needs What the run rests on (see `Machine.complete`). */
  set(key: Key, value: T, needs: Needs): void {
    this.#known.set(key, { value, needs });
  }
}
