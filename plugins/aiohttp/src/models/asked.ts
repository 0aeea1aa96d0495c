import type { Instance, Value } from "@muster/python";

/** What a request asks for while it is on its way: which applications it has come into, and what will answer. */
export class Asked {
  /** From the outermost to the one at hand. */
  applications: readonly Instance[] = [];
  handler: Value | undefined;
  /** The route's name, where it has one. */
  name: Value | undefined;

  /** Runs something on the way of a request, and puts back what was asked before. */
  within<T>(applications: readonly Instance[], handler: Value, name: Value | undefined, run: () => T): T {
    const kept = { applications: this.applications, handler: this.handler, name: this.name };
    Object.assign(this, { applications, handler, name });
    try {
      return run();
    } finally {
      Object.assign(this, kept);
    }
  }
}
