import type { ObservedCall, Term } from "@muster/contract";

/** A text that is equal for calls that are given the same, as far as it is looked at. */
export function outlineOf({ callee, args, keywords, open }: Pick<ObservedCall, "callee" | "args" | "keywords" | "open">): string {
  return `${callee}(${args.map((arg) => outline(arg, 4)).join(",")};${keywords.map(({ name, value }) => `${name}=${outline(value, 4)}`).join(",")})${open ? "…" : ""}`;
}

function outline(term: Term, depth: number): string {
  if (depth === 0) return "…";
  const inner = (part: Term): string => outline(part, depth - 1);
  switch (term.kind) {
    case "const":
      return `${JSON.stringify(term.value)}${term.byDefault ? "?" : ""}`;
    case "symbol":
      return term.name;
    case "input":
      return `<${term.source} ${term.name}>`;
    case "principal":
      return "<principal>";
    case "instance":
      return `${term.class}()`;
    case "attribute":
      return `${inner(term.of)}.${term.name}`;
    case "item":
      return `${inner(term.of)}[${inner(term.key)}]`;
    case "call":
      return `${inner(term.callee)}(${term.args.map(inner).join(",")};${term.keywords.map(({ name, value }) => `${name}=${inner(value)}`).join(",")})`;
    case "operation":
      return `${term.operator}(${term.operands.map(inner).join(",")})`;
    case "collection":
      return `[${term.items.map(inner).join(",")}]`;
    case "dict":
      return `{${term.entries.map(({ key, value }) => `${inner(key)}:${inner(value)}`).join(",")}}`;
    case "template":
      return `f(${term.parts.map(inner).join(",")})`;
    case "element":
      return `${inner(term.of)}[*]`;
    case "either":
      return `(${term.options.map(inner).join("|")})`;
    case "unknown":
      return "?";
    default:
      return term satisfies never;
  }
}
