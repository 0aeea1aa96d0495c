import type { CallTerm, Term } from "@muster/contract";
import { comparisonOf } from "./comparison.ts";
import { calledName, queryRole } from "./query-methods.ts";
import { walk } from "./term-index.ts";
import type { TermIndex } from "./term-index.ts";

/** Columns whose values are handed to those who are meant to use them, and to nobody else. */
const secretColumn = /(?:^|_)(?:token|secret|otp|nonce|(?:invite|invitation|verification|activation|confirmation|reset|share|access|claim)_?(?:code|key|hash|token))(?:_hash|_digest)?$/i;
const unsigning = new Set(["django.core.signing.loads", "jwt.decode", "jose.jwt.decode", "authlib.jose.jwt.decode"]);

/**
 * What finds an object by a secret that the caller shows (an invitation's token, a signed link), undefined where it is found otherwise. Whoever holds
 * one may be meant to use it, whosever the object is.
 */
export function capabilityOf(target: Term, index: TermIndex): Term | undefined {
  for (const part of walk(target)) {
    if (part.kind === "call") {
      if (index.of(part).selector && isUnsigning(part)) return part;
      const role = queryRole(part);
      if ((role === "filtering" || role === "keyed") && part.keywords.some(({ name, value }) => secretColumn.test(name) && index.of(value).selector)) return part;
    }
    const comparison = part.kind === "operation" ? comparisonOf(part, true) : undefined;
    if (comparison?.holds && [[comparison.left, comparison.right], [comparison.right, comparison.left]].some(([column, value]) => column?.kind === "attribute" && secretColumn.test(column.name) && value !== undefined && index.of(value).selector)) return part;
  }
  return undefined;
}

/** What was signed comes back as the service wrote it. */
function isUnsigning(call: CallTerm): boolean {
  if (call.callee.kind === "symbol") return unsigning.has(call.callee.name);
  const name = calledName(call);
  return name === "unsign" || name === "unsign_object" || (name === "loads" && call.callee.kind === "attribute" && [...walk(call.callee.of)].some((part) => part.kind === "symbol" && part.name.startsWith("itsdangerous.")));
}
