import { knownText, type Instance, type Value } from "@muster/python";
import type { Passing } from "@muster/web";

/** What the request at hand is about: set while an endpoint is judged, and nothing while modules are loaded. */
export class RequestAtHand {
  application: Instance | undefined;
  rule: Instance | undefined;
  /** Told when the framework's own code is reached from what stands around it. */
  passing: Passing | undefined;
  /** All that were made. */
  readonly applications: Instance[] = [];

  /** The application that `current_app` stands for: outside of requests the only one that there is. */
  get current(): Instance | undefined {
    return this.application ?? (this.applications.length === 1 ? this.applications[0] : undefined);
  }

  within<T>(application: Instance, rule: Instance, run: () => T): T {
    const outer = { application: this.application, rule: this.rule };
    this.application = application;
    this.rule = rule;
    try {
      return run();
    } finally {
      this.application = outer.application;
      this.rule = outer.rule;
    }
  }

  /** `blueprint.endpoint` of the rule at hand. */
  get endpoint(): Value | undefined {
    return this.rule?.attributes.get("endpoint");
  }

  /** Names of the blueprints that the endpoint is in, the innermost first. */
  get blueprints(): string[] {
    const endpoint = knownText(this.endpoint) ?? "";
    const names: string[] = [];
    for (let at = endpoint.lastIndexOf("."); at > 0; at = endpoint.lastIndexOf(".", at - 1)) names.push(endpoint.slice(0, at));
    return names;
  }
}
