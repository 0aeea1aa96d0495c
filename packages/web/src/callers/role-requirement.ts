import type { Condition, HandlerTrace, Span, Step, TraceExit } from "@muster/contract";
import { askedBy, isGranted, type Asked } from "./asks.ts";
import { Gates, outcomeOf, type Branch } from "./gates.ts";
import { TermLook } from "./terms.ts";

/** What every way to a success asks of the caller beyond being signed in, with the lines that ask. */
export type RoleRequirement =
  | { readonly kind: "role"; readonly steps: readonly Step[] }
  /** Some ways ask for a role; the first that does not. */
  | { readonly kind: "some-ways"; readonly open: Span; readonly steps: readonly Step[] }
  /** The caller's standing to what it chose decides: ownership, and not a role. */
  | { readonly kind: "object"; readonly steps: readonly Step[] }
  /** A shared secret lets its holder in: who holds it, the code does not say. */
  | { readonly kind: "secret"; readonly steps: readonly Step[] }
  | { readonly kind: "unclear"; readonly steps: readonly Step[]; readonly reason: string }
  | { readonly kind: "none"; readonly steps: readonly Step[] };

interface Way {
  readonly exit: TraceExit;
  readonly asks: ReadonlyMap<Asked | "favour", Condition>;
}

/** Follows each way out of a signed-in caller's run that is a success, and looks at the conditions under which others are turned away. */
export function roleRequirement(trace: HandlerTrace): RoleRequirement {
  const look = new TermLook();
  const successes = successesIn(trace);
  if (successes.length === 0) return { kind: "unclear", steps: trace.lost, reason: "no way to a success was found" };
  const passing = new Set(successes);
  const gates = new Gates(trace.exits.map((exit) => ({ outcome: passing.has(exit) ? ("passed" as const) : outcomeOf(exit.status), under: exit.under.map(branchOf) })));
  const ways = successes.map((exit): Way => ({ exit, asks: asksOn(exit, gates, look) }));
  const asking = (asked: Asked): Way[] => ways.filter(({ asks }) => asks.has(asked));
  const byRole = asking("role");
  if (ways.every(({ asks }) => asks.has("role") || asks.has("favour"))) return { kind: "role", steps: [...stepsOf(byRole, "role"), ...stepsOf(ways.filter(({ asks }) => !asks.has("role")), "favour")] };
  const [unclear] = asking("unclear");
  if (unclear !== undefined) return { kind: "unclear", steps: stepsOf([unclear], "unclear"), reason: "code that was not followed decides about the caller" };
  if (!trace.complete) return { kind: "unclear", steps: trace.lost, reason: trace.lost[0]?.note ?? "the handler was not followed to its end" };
  const byObject = asking("object");
  if (byObject.length > 0) return { kind: "object", steps: stepsOf(byObject, "object") };
  const open = ways.find(({ asks }) => !asks.has("role"));
  // Where every way ends in a redirect, those that are turned away cannot be told from those that are served.
  if (byRole.length > 0 && successes.every(({ status = 200 }) => status >= 300)) return { kind: "unclear", steps: stepsOf(byRole, "role"), reason: "every way ends in a redirect" };
  if (byRole.length > 0 && open !== undefined) return { kind: "some-ways", open: open.exit.span, steps: stepsOf(byRole, "role") };
  const bySecret = asking("secret");
  if (bySecret.length === ways.length) return { kind: "secret", steps: stepsOf(bySecret, "secret") };
  return { kind: "none", steps: [] };
}

/** A redirect is a success where there is no other: to sign in, or to somewhere else for others. */
function successesIn({ exits }: HandlerTrace): readonly TraceExit[] {
  const below = (limit: number): TraceExit[] => exits.filter(({ kind, status }) => kind === "return" && (status === undefined || status < limit));
  const full = below(300);
  return full.length > 0 ? full : below(400);
}

function branchOf({ span, holds, term, otherwise }: Condition): Branch {
  return { place: `${span.path}:${span.line}:${span.column}`, holds, term, refusesOthers: otherwise !== undefined && (otherwise.kind === "raise" || (otherwise.status ?? 0) >= 300) && outcomeOf(otherwise.status) === "refused" };
}

/** Others are told that they may not: what the condition looks at is about them, also where the trace does not show how. */
function refusesCaller({ otherwise }: Condition): boolean {
  return otherwise?.status === 401 || otherwise?.status === 403;
}

/** Conditions on a way behind which others are turned away. */
function asksOn({ under }: TraceExit, gates: Gates, look: TermLook): Map<Asked | "favour", Condition> {
  const out = new Map<Asked | "favour", Condition>();
  for (const condition of under) {
    const branch = branchOf(condition);
    const decides = gates.decides(branch);
    if (!decides && !gates.favours(branch)) continue;
    const asked = askedBy(condition.term, look) ?? (decides && refusesCaller(condition) && look.of(condition.term).unknown ? "unclear" : undefined);
    // What favours some is a role where everybody else is turned away, and says nothing where they are not.
    const isRole = asked === "role" && isGranted(condition.term, condition.holds, look);
    const kind = asked !== "role" ? asked : !isRole ? "presence" : decides ? "role" : "favour";
    if (kind !== undefined && (decides || kind === "favour") && !out.has(kind)) out.set(kind, condition);
  }
  return out;
}

const shown = 3;

const notes: Readonly<Record<Asked | "favour", string>> = {
  favour: "who meets this condition gets past, and who meets none is turned away",
  presence: "the caller must be there",
  secret: "a value that the service knows is asked for here",
  role: "not every signed-in caller gets past this condition",
  object: "how the caller stands to what it chose decides here",
  unclear: "code that was not followed decides about the caller here",
};

function stepsOf(ways: readonly Way[], asked: Asked | "favour"): Step[] {
  const seen = new Set<string>();
  return ways.flatMap(({ asks }): Step[] => {
    const condition = asks.get(asked);
    if (condition === undefined) return [];
    const { span, otherwise } = condition;
    const key = `${span.path}:${span.line}:${span.column}`;
    if (seen.has(key) || seen.size >= shown) return [];
    seen.add(key);
    const refusal = otherwise === undefined || otherwise.span.line === span.line ? [] : [{ span: otherwise.span, note: `others are turned away here${otherwise.status === undefined ? "" : ` with ${otherwise.status}`}` }];
    return [{ span, note: notes[asked] }, ...refusal];
  });
}
