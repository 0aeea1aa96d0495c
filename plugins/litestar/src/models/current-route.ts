import type { Dict } from "@muster/python";

/** What middleware and guards may ask about the handler that a request was routed to. */
export interface CurrentRoute {
  /** Options of all layers, those nearest to the handler last. */
  readonly opt: Dict;
  /** Convertors of path parameters, by name. */
  readonly types: ReadonlyMap<string, string>;
}

/** The route that is being judged; natives read it. */
export class RouteAtHand {
  #route: CurrentRoute | undefined;

  get route(): CurrentRoute | undefined {
    return this.#route;
  }

  within<T>(route: CurrentRoute, run: () => T): T {
    const before = this.#route;
    this.#route = route;
    try {
      return run();
    } finally {
      this.#route = before;
    }
  }
}
