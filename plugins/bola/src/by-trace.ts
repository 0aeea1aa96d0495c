import type { Endpoint, HandlerTrace } from "@muster/contract";
import type { Ownership } from "./ownership/ownership.ts";

interface Kept<T> {
  readonly endpoint: string;
  readonly ownership: Ownership;
  readonly value: T;
}

const texts: WeakMap<Endpoint, string> = new WeakMap();

/** What was said of an endpoint's run, for as long as its very trace is handed over again: of a commit after which nothing is different that it rests on. */
export class ByTrace<T> {
  readonly #known: WeakMap<HandlerTrace, Kept<T>> = new WeakMap();

  of(endpoint: Endpoint, trace: HandlerTrace, ownership: Ownership, make: () => T): T {
    const text = textOf(endpoint);
    const known = this.#known.get(trace);
    if (known?.ownership === ownership && known.endpoint === text) return known.value;
    const value = make();
    this.#known.set(trace, { endpoint: text, ownership, value });
    return value;
  }
}

function textOf(endpoint: Endpoint): string {
  let text = texts.get(endpoint);
  if (text === undefined) texts.set(endpoint, (text = JSON.stringify(endpoint)));
  return text;
}
