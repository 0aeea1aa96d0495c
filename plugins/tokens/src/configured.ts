import type { Term } from "@muster/contract";

/** Readers of the environment whose objects or functions are called with a name and a default. */
const readers = /^(?:starlette\.config|decouple|environs|environ|dynaconf)\b/;

/** What is read from the environment by a library is its default, as far as the code says one; everything else stays as it is. */
export function configured(term: Term): Term {
  if (term.kind !== "call" || !readers.test(rootOf(term.callee))) return term;
  const fallback = term.keywords.find(({ name }) => name === "default")?.value;
  return fallback?.kind === "const" ? { kind: "const", value: fallback.value, byDefault: true } : term;
}

function rootOf(term: Term): string {
  switch (term.kind) {
    case "symbol":
      return term.name;
    case "instance":
      return term.class;
    case "attribute":
      return rootOf(term.of);
    case "call":
      return rootOf(term.callee);
    default:
      return "";
  }
}
