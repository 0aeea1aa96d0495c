import { subterms, type Term } from "@muster/contract";
import { configured } from "./configured.ts";

/** What an allowlist of algorithms lets through. */
export type Algorithms =
  | { readonly kind: "none-allowed" | "mixed" | "from-token" | "fixed" | "absent" }
  | { readonly kind: "unknown" };

/** @param given The argument; undefined where the call has none. */
export function algorithmsOf(given: Term | undefined): Algorithms {
  if (given === undefined || (given.kind === "const" && given.value === null)) return { kind: "absent" };
  if (isFromToken(given)) return { kind: "from-token" };
  const names = namesIn(given);
  if (names === undefined) return { kind: "unknown" };
  if (names.length === 0) return { kind: "absent" };
  if (names.some((name) => name.toLowerCase() === "none")) return { kind: "none-allowed" };
  const families = new Set(names.map((name) => (name.startsWith("HS") ? "secret" : "key-pair")));
  return { kind: families.size > 1 ? "mixed" : "fixed" };
}

/** The names, where all of them are known. */
function namesIn(given: Term): readonly string[] | undefined {
  const term = configured(given);
  switch (term.kind) {
    case "const":
      return typeof term.value === "string" ? [term.value] : undefined;
    case "collection": {
      if (term.open) return undefined;
      const each = term.items.map(namesIn);
      return each.every((names) => names !== undefined) ? each.flat() : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether the header of the token itself, which anyone can write, is read for it. */
function isFromToken(term: Term): boolean {
  return [...subterms(term)].some((part) => {
    const field = part.kind === "item" && part.key.kind === "const" ? part.key.value : part.kind === "call" && part.callee.kind === "attribute" && part.callee.name === "get" && part.args[0]?.kind === "const" ? part.args[0].value : undefined;
    if (field !== "alg") return false;
    const from = part.kind === "item" ? part.of : part.kind === "call" && part.callee.kind === "attribute" ? part.callee.of : undefined;
    return from?.kind === "call" && isHeaderRead(from);
  });
}

function isHeaderRead({ callee }: Term & { kind: "call" }): boolean {
  const name = callee.kind === "attribute" ? callee.name : callee.kind === "symbol" ? callee.name.slice(callee.name.lastIndexOf(".") + 1) : "";
  return name === "get_unverified_header" || name === "get_unverified_headers";
}
