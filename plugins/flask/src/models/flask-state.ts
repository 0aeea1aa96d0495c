import { knownText, type Instance, type Place, type Value } from "@muster/python";
import type { Passing } from "@muster/web";

/** The request that an endpoint is judged for, as the application sees it. */
export interface AtHand {
  readonly application: Instance;
  readonly rule: Instance;
  /** Without the prefix under which a dispatcher mounts the application. */
  readonly path: Value;
}

/** What evaluation knows of applications, and of the request at hand while an endpoint is judged. */
export class FlaskState {
  #at: AtHand | undefined;
  /** Told when the framework's own code is reached from what stands around it. */
  passing: Passing | undefined;
  /** All that were made. */
  readonly applications: Instance[] = [];
  /** Blueprints and resources that were registered and are not known. */
  readonly lost: { readonly what: "mount" | "route"; readonly value: Value; readonly place: Place }[] = [];

  get at(): AtHand | undefined {
    return this.#at;
  }

  /** The application that `current_app` stands for: outside of requests the only one that there is. */
  get current(): Instance | undefined {
    return this.#at?.application ?? (this.applications.length === 1 ? this.applications[0] : undefined);
  }

  within<T>(at: AtHand, run: () => T): T {
    const outer = this.#at;
    this.#at = at;
    try {
      return run();
    } finally {
      this.#at = outer;
    }
  }

  /** `blueprint.endpoint` of the rule at hand. */
  get endpoint(): Value | undefined {
    return this.#at?.rule.attributes.get("endpoint");
  }

  /** Names of the blueprints that the endpoint is in, the innermost first. */
  get blueprints(): string[] {
    const endpoint = knownText(this.endpoint) ?? "";
    const names: string[] = [];
    for (let at = endpoint.lastIndexOf("."); at > 0; at = endpoint.lastIndexOf(".", at - 1)) names.push(endpoint.slice(0, at));
    return names;
  }
}
