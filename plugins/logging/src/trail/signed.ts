import type { CallTerm, Term } from "@muster/contract";
import { argumentsOf, calledName, namesOf, reaches, receiverOf } from "../term.ts";

const sealName = /(?:^|_)(?:signature|sig|hmac|mac|seal|digest|checksum|hash|chain_hash|entry_hash|record_hash)$/i;
const priorName = /prev|prior|last|parent|chain/i;

/** Whether a record carries a signature, a keyed hash, or a hash that takes in the record before it. */
export function isSigned(call: CallTerm): boolean {
  const receiver = receiverOf(call);
  const roots: readonly Term[] = [...argumentsOf(call), ...(receiver ? [receiver] : []), { kind: "dict", entries: call.keywords.map(({ name, value }) => ({ key: { kind: "const", value: name }, value })) }];
  return roots.some((root) => reaches(root, (part) => namedValues(part).some(([name, value]) => sealName.test(name) && seals(value, part))));
}

function seals(value: Term, record: Term): boolean {
  return reaches(value, (part) => {
    if (part.kind !== "call") return false;
    const names = namesOf(part.callee);
    if (names.includes("hmac") || /^(?:sign|sign_\w+|compute_signature|salted_hmac)$/.test(calledName(part))) return true;
    // A bare hash shows nothing: who changes the record makes it again.
    return names.includes("hashlib") && (reaches(part, saysPrior) || namedValues(record).some(([name]) => priorName.test(name)));
  });
}

function saysPrior(term: Term): boolean {
  return (term.kind === "attribute" || term.kind === "symbol" || term.kind === "input") && priorName.test(term.name);
}

function namedValues(term: Term): readonly (readonly [string, Term])[] {
  switch (term.kind) {
    case "instance":
      return term.attributes.map(({ name, value }) => [name, value]);
    case "dict":
      return term.entries.flatMap(({ key, value }) => (key.kind === "const" ? [[String(key.value), value] as const] : []));
    case "call":
      return term.keywords.map(({ name, value }) => [name, value]);
    default:
      return [];
  }
}
