import type { ObservedCall, Term } from "@muster/contract";

const local = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?(?:localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)(?::|\/|$)|^unix:/i;

/** Whether a text names this machine itself: what stays on it needs no TLS. */
export function isLocal(text: string): boolean {
  return local.test(text);
}

/** Whether a call names this machine as what it connects to. */
export function connectsToItself(call: Pick<ObservedCall, "args" | "keywords">): boolean {
  const targets = [...call.args.slice(0, 2), ...call.keywords.filter(({ name }) => /^(?:url|base_url|host|hostname|target|endpoint|endpoint_url|server|address)$/.test(name)).map(({ value }) => value)];
  return targets.some((target) => {
    const text = beginningOf(target);
    return text !== undefined && isLocal(text);
  });
}

/** The text that a value begins with, as far as it is known. */
export function beginningOf(term: Term | undefined): string | undefined {
  if (term?.kind === "const") return typeof term.value === "string" ? term.value : undefined;
  if (term?.kind === "template") {
    const known = term.parts.map((part) => (part.kind === "const" && typeof part.value === "string" ? part.value : undefined));
    const cut = known.indexOf(undefined);
    return known.slice(0, cut < 0 ? known.length : cut).join("");
  }
  return undefined;
}
