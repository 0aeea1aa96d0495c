import { isSubclass, knownText, render, textOf, type Instance, type Value } from "@muster/python";
import type { NamedObject } from "@muster/web";

/** An application and the prefix under which it answers. */
export interface Mounted {
  readonly application: Instance;
  readonly prefix: string;
}

/** A WSGI object that a server could start, with the applications that answer behind it. The first is the one at the prefix itself. */
export interface Root extends NamedObject {
  readonly mounted: readonly Mounted[];
}

export function isApplication(instance: Instance): boolean {
  return isSubclass(instance.class, ["flask.app.Flask"]);
}

export function isDispatcher(instance: Instance): boolean {
  return isSubclass(instance.class, ["werkzeug.middleware.dispatcher.DispatcherMiddleware"]);
}

/** Of all WSGI objects those that no other one serves. */
export function rootsOf(objects: readonly NamedObject[]): Root[] {
  const walked = objects.map((one) => ({ ...one, ...walk(one.instance) }));
  return walked.filter(
    (one) =>
      one.mounted.length > 0 &&
      // An application and what was put around it in `wsgi_app` hold each other: then it is the application.
      !walked.some((other) => other !== one && other.seen.has(one.instance) && (!one.seen.has(other.instance) || (isApplication(other.instance) && !isApplication(one.instance)))),
  );
}

function walk(root: Instance): { readonly mounted: readonly Mounted[]; readonly seen: ReadonlySet<Value> } {
  const mounted: Mounted[] = [];
  const seen = new Set<Value>();
  const visit = (value: Value, prefix: string, depth: number): void => {
    if (value.kind === "method") visit(value.self, prefix, depth);
    if (value.kind !== "instance" || depth > 8) return;
    // An application may be mounted several times; what is around one is walked once.
    if (seen.has(value) && !(isApplication(value) && prefix !== "" && !mounted.some((one) => one.application === value && one.prefix === prefix))) return;
    seen.add(value);
    if (isApplication(value)) {
      mounted.push({ application: value, prefix });
      const around = value.attributes.get("wsgi_app");
      if (around) visit(around, prefix, depth + 1);
    } else if (isDispatcher(value)) {
      const application = value.attributes.get("app");
      const mounts = value.attributes.get("mounts");
      if (application) visit(application, prefix, depth + 1);
      if (mounts?.kind === "dict") for (const entry of mounts.entries.values()) visit(entry.value, prefix + (knownText(entry.key) ?? render(textOf(entry.key), () => "{?}")), depth + 1);
    } else for (const attribute of value.attributes.values()) visit(attribute, prefix, depth + 1);
  };
  visit(root, "", 0);
  return { mounted, seen };
}
