import type { Term } from "@muster/contract";

/** How a callee is named: `jwt.decode`, `requests.Session().get`; undefined where its root has no name. */
export function calleeName(term: Term): string | undefined {
  switch (term.kind) {
    case "symbol":
      return term.name;
    case "attribute": {
      const of = calleeName(term.of);
      return of === undefined ? undefined : `${of}.${term.name}`;
    }
    case "call": {
      const made = calleeName(term.callee);
      return made === undefined ? undefined : `${made}()`;
    }
    case "instance":
      return `${term.class}()`;
    case "item":
    case "element": {
      const of = calleeName(term.of);
      return of === undefined ? undefined : `${of}[]`;
    }
    case "either":
      return term.options.map(calleeName).find((name) => name !== undefined);
    case "const":
    case "input":
    case "principal":
    case "operation":
    case "collection":
    case "dict":
    case "template":
    case "unknown":
      return undefined;
    default:
      return term satisfies never;
  }
}

/** The last segment: `get` of `requests.Session().get`. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
