import type { Value } from "@muster/python";

/** What a request has been routed to while it is on its way. */
export interface Target {
  readonly application: Value;
  /** `application.blueprint.handler`. */
  readonly name: Value;
  /** What `ctx_…` arguments keep with the route. */
  readonly context: Value;
}

/** The target of the request at hand. */
export class Asked {
  target: Target | undefined;

  within<T>(target: Target, run: () => T): T {
    const kept = this.target;
    this.target = target;
    try {
      return run();
    } finally {
      this.target = kept;
    }
  }
}
