import type { Term } from "@muster/contract";

/** A condition on a way through code, and the side of it that the way lies on. */
export interface Branch {
  /** Its place: the same for both sides. */
  readonly place: string;
  readonly holds: boolean;
  readonly term: Term;
  /** Known to turn away whoever is on the other side. */
  readonly refusesOthers: boolean;
}

export interface Way {
  /** `passed`: the request gets on. `refused`: it ends as it does for who may not. `failed`: it ends for what it is, whoever sent it. */
  readonly outcome: "passed" | "refused" | "failed";
  readonly under: readonly Branch[];
}

/**
 * Which conditions decide who gets on. Somebody on the losing side of each such condition gets past on no way at all: of a condition that `decides`,
 * nobody on its other side does; of one that `favours`, nobody on its own side is turned away and some on the other side are
 * (`if a: return`, `if b: return`, `raise`). So where each way that passes lies on the winning side of one, who is on none is turned away.
 */
export class Gates {
  readonly #passing = new Set<string>();
  readonly #ending = new Set<string>();

  constructor(ways: readonly Way[]) {
    for (const { outcome, under } of ways) {
      if (outcome === "failed") continue;
      for (const { place, holds } of under) (outcome === "passed" ? this.#passing : this.#ending).add(`${place} ${holds}`);
    }
  }

  decides({ place, holds, refusesOthers }: Branch): boolean {
    const other = `${place} ${!holds}`;
    return refusesOthers || (this.#ending.has(other) && !this.#passing.has(other));
  }

  favours({ place, holds }: Branch): boolean {
    return !this.#ending.has(`${place} ${holds}`) && this.#ending.has(`${place} ${!holds}`);
  }
}

/** What an answer says of its caller: 404 hides what others may see; an error of the request or of the service is nobody's in particular. */
export function outcomeOf(status: number | undefined): "refused" | "failed" {
  return status === undefined || status < 400 || status === 401 || status === 403 || status === 404 || status === 407 || status >= 1000 ? "refused" : "failed";
}
