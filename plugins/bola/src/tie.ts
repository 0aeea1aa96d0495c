import type { Span, Step, Term } from "@muster/contract";
import { termText } from "./term-text.ts";

/** Where something is asked. */
export interface HintPlace {
  readonly span: Span;
  /** The comparison. */
  readonly term: Term;
  /** Who is let past besides is known: it is one of the query that finds the object, or asks for the caller's standing with another one. */
  readonly isCertain?: true;
}

/** Why a condition that looks like a check is none. */
export interface Hint extends HintPlace {
  readonly kind: "body-owner" | "other-object" | "either-way";
}

/** What a condition, a query or a guard says of the object touched and the caller, on every path on which it holds. */
export type Tie =
  /** It cannot hold. */
  | { readonly kind: "never" }
  /** Object and caller belong together; `bypass` names roles that are let past. */
  | { readonly kind: "tied"; readonly steps: readonly Step[]; readonly bypass: readonly string[] }
  /** It speaks of the caller's role alone. */
  | { readonly kind: "role"; readonly role: string; readonly administrative: boolean; readonly span: Span }
  /** It might tie them: evaluation ended before that was seen. */
  | { readonly kind: "opaque"; readonly reason: string; readonly span: Span }
  | { readonly kind: "none"; readonly hints: readonly Hint[] };

export const noTie: Tie = { kind: "none", hints: [] };

/** All of them hold: the strongest speaks. */
export function allOf(ties: readonly Tie[]): Tie {
  let best: Tie = noTie;
  for (const tie of ties) if (strength(tie) > strength(best)) best = tie;
  return best.kind === "none" ? { kind: "none", hints: distinct(ties.flatMap((tie) => (tie.kind === "none" ? tie.hints : []))) } : best;
}

/** One of them holds, not known which: the weakest speaks. */
export function oneOf(ties: readonly Tie[], at: HintPlace): Tie {
  const possible = ties.filter((tie) => tie.kind !== "never");
  if (possible.length === 0) return { kind: "never" };
  const tied = possible.filter((tie) => tie.kind === "tied");
  const open = possible.filter((tie) => tie.kind === "none");
  if (open.length > 0) {
    const hints = distinct(open.flatMap((tie) => tie.hints));
    return { kind: "none", hints: possible.some((tie) => tie.kind === "tied" || tie.kind === "role") ? [{ kind: "either-way", ...at }, ...hints] : hints };
  }
  const opaque = possible.find((tie) => tie.kind === "opaque");
  if (opaque) return opaque;
  const roles = possible.filter((tie) => tie.kind === "role");
  const [role] = roles;
  if (tied.length > 0) {
    return { kind: "tied", steps: distinct(tied.flatMap((tie) => tie.steps)), bypass: [...new Set([...tied.flatMap((tie) => tie.bypass), ...roles.map((each) => each.role)])] };
  }
  if (!role) return noTie;
  return { ...role, role: [...new Set(roles.map((each) => each.role))].join(" or "), administrative: roles.every((each) => each.administrative) };
}

/** Each once, and not without end: shared terms say the same thing many times over. */
function distinct<T>(parts: readonly T[]): readonly T[] {
  return [...new Set(parts)].slice(0, 12);
}

/**
 * It is one of these, and what decided which was not kept: `query = query.where(…)` under an `if`, or a helper that
 * returns early. Where some tie and others do not, whether they all would is not known.
 */
export function someOf(ties: readonly Tie[], at: HintPlace): Tie {
  const tie = oneOf(ties, at);
  const mixed = tie.kind === "none" && ties.some((each) => each.kind === "tied" || each.kind === "role" || each.kind === "opaque");
  return mixed ? { kind: "opaque", reason: `\`${termText(at.term)}\` is one of several values that do not all ask for the caller, and what decides which could not be followed`, span: at.span } : tie;
}

function strength(tie: Tie): number {
  switch (tie.kind) {
    case "never":
      return 6;
    case "tied":
      return tie.bypass.length === 0 ? 5 : 4;
    case "role":
      return tie.administrative ? 3 : 1;
    case "opaque":
      return 2;
    case "none":
      return 0;
    default:
      return tie satisfies never;
  }
}
