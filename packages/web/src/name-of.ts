import { symbolOf, type Value } from "@muster/python";

/** What to call a value in a sentence. */
export function nameOf(value: Value): string {
  switch (value.kind) {
    case "external":
    case "native":
    case "class":
      return value.name;
    case "function":
      return symbolOf((value.wraps ?? value).place, (value.wraps ?? value).name);
    case "method":
      return value.func.kind === "function" ? symbolOf(value.func.place, value.func.name) : value.func.name;
    case "instance":
      return value.class.name;
    case "symbolic": {
      const { term } = value;
      if (term.kind === "symbol") return term.name;
      if (term.kind === "attribute") return term.name;
      if (term.kind === "call") return term.callee.kind === "symbol" ? term.callee.name : term.callee.kind === "attribute" ? term.callee.name : "a call";
      return "a value that is not known";
    }
    case "const":
    case "template":
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "module":
    case "annotated":
    case "super":
    case "union":
      return `a ${value.kind}`;
    default:
      return value satisfies never;
  }
}
