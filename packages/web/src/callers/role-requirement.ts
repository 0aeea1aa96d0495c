import type { Condition, HandlerTrace, Span, Step, TraceExit } from "@muster/contract";
import { askedBy, type Asked } from "./asks.ts";
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
  readonly asks: ReadonlyMap<Asked, Condition>;
}

/** Follows each way out of a signed-in caller's run that is a success, and looks at the conditions under which others are turned away. */
export function roleRequirement(trace: HandlerTrace): RoleRequirement {
  const look = new TermLook();
  const successes = successesIn(trace);
  if (successes.length === 0) return { kind: "unclear", steps: trace.lost, reason: "no way to a success was found" };
  const gates = new Gates(trace, successes);
  const ways = successes.map((exit): Way => ({ exit, asks: asksOn(exit, gates, look) }));
  const asking = (asked: Asked): Way[] => ways.filter(({ asks }) => asks.has(asked));
  const byRole = asking("role");
  if (byRole.length === ways.length) return { kind: "role", steps: stepsOf(byRole, "role") };
  const [unclear] = asking("unclear");
  if (unclear !== undefined) return { kind: "unclear", steps: stepsOf([unclear], "unclear"), reason: "code that was not followed decides about the caller" };
  if (!trace.complete) return { kind: "unclear", steps: trace.lost, reason: trace.lost[0]?.note ?? "the handler was not followed to its end" };
  const byObject = asking("object");
  if (byObject.length > 0) return { kind: "object", steps: stepsOf(byObject, "object") };
  const open = ways.find(({ asks }) => !asks.has("role"));
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

/** Which branches no success lies on: a condition with such another side decides who gets on. */
class Gates {
  readonly #successful = new Set<string>();
  readonly #refused = new Set<string>();

  constructor({ exits }: HandlerTrace, successes: readonly TraceExit[]) {
    const successful = new Set(successes);
    for (const exit of exits) for (const condition of exit.under) (successful.has(exit) ? this.#successful : this.#refused).add(branchOf(condition, condition.holds));
  }

  turnsAway(condition: Condition): boolean {
    const { otherwise, holds } = condition;
    if (otherwise !== undefined && (otherwise.kind === "raise" || (otherwise.status ?? 0) >= 300)) return true;
    const other = branchOf(condition, !holds);
    return this.#refused.has(other) && !this.#successful.has(other);
  }
}

function branchOf({ span }: Condition, holds: boolean): string {
  return `${span.path}:${span.line}:${span.column} ${holds}`;
}

/** Conditions on a way behind which others are turned away. */
function asksOn({ under }: TraceExit, gates: Gates, look: TermLook): Map<Asked, Condition> {
  const out = new Map<Asked, Condition>();
  for (const condition of under) {
    if (!gates.turnsAway(condition)) continue;
    const asked = askedBy(condition.term, look);
    if (asked !== undefined && !out.has(asked)) out.set(asked, condition);
  }
  return out;
}

const shown = 3;

const notes: Readonly<Record<Asked, string>> = {
  presence: "the caller must be there",
  secret: "a value that the service knows is asked for here",
  role: "not every signed-in caller gets past this condition",
  object: "how the caller stands to what it chose decides here",
  unclear: "code that was not followed decides about the caller here",
};

function stepsOf(ways: readonly Way[], asked: Asked): Step[] {
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
