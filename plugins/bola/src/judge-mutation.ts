import type { CallTerm, Condition, Endpoint, Span, Term, TraceEvent } from "@muster/contract";
import { anchorsOf } from "./anchors.ts";
import type { Anchors } from "./anchors.ts";
import { capabilityOf } from "./capability.ts";
import { isBelowCreated } from "./created.ts";
import { findFlaw } from "./find-flaw.ts";
import { judgeCondition } from "./judge-condition.ts";
import { judgeLookup } from "./judge-lookup.ts";
import { lostRefusal } from "./lost-refusal.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { judgeSurroundings } from "./judge-surroundings.ts";
import { modelOf } from "./ownership/model-of.ts";
import { calledName } from "./query-methods.ts";
import { touchText } from "./proof.ts";
import { isAdministrative, roleNamed } from "./role.ts";
import { foundByCaller } from "./found-by-caller.ts";
import { overwritten } from "./overwritten.ts";
import type { Run } from "./run.ts";
import { isAmong } from "./same-condition.ts";
import { setByLayer } from "./set-by-layer.ts";
import type { TermIndex } from "./term-index.ts";
import { lastSegment, termText } from "./term-text.ts";
import { allOf, noTie } from "./tie.ts";
import { isTally } from "./tally.ts";
import type { Tie } from "./tie.ts";
import { undisclosedCheck } from "./undisclosed-check.ts";
import { undisclosedRefusal } from "./undisclosed-refusal.ts";
import type { MutationVerdict } from "./verdict.ts";

/** Is what this mutation touches tied to the caller, on every path to it? */
export function judgeMutation(mutation: Mutation, run: Run): MutationVerdict {
  const { endpoint, index } = run;
  const { event, target } = mutation;
  const lookup = judgeLookup(target, index, event.span);
  const selects = selectedBy(mutation, endpoint);
  if (isBelowCreated(target)) return { kind: "unchosen", mutation };
  if (!index.of(target)[selects]) return judgeUnchosen(mutation, lookup, endpoint, index);

  const conditions = conditionsInForce(mutation, run);
  const anchors = anchorsOf(target, conditions, index);
  const inForce = (condition: Condition): Tie => judgeInForce(condition, anchors, index);
  const tie = allOf([lookup, ...conditions.map(inForce), ...endpoint.guards.map(judgeGuard), judgeSurroundings(run.trace, inForce)]);
  switch (tie.kind) {
    case "never":
      return { kind: "unchosen", mutation };
    case "tied":
      return { kind: "tied", mutation, steps: tie.steps, bypass: tie.bypass };
    case "opaque":
      return { kind: "undecided", mutation, reason: tie.reason, span: tie.span };
    case "role":
      if (tie.administrative) return { kind: "role", mutation, role: tie.role, span: tie.span };
      return { kind: "undecided", mutation, reason: `callers need \`${tie.role}\`, and nothing shows that it is bound to the object`, span: tie.span, role: tie.role };
    case "none":
      break;
    default:
      return tie satisfies never;
  }
  const check = undisclosedCheck(mutation, run, anchors);
  if (check) return { kind: "undecided", mutation, reason: `\`${termText(check)}\` is given caller and object and could not be followed, so whether it rejects is not known`, span: check.span };
  if (!mutation.certain) return { kind: "undecided", mutation, reason: `\`${touchText(event)}\` could not be followed, and nothing before it ties the object to the caller`, span: event.span };
  const keeper = endpoint.guards.find((guard) => guard.verdict === "rejects" && isAdministrative(lastSegment(guard.name)));
  if (keeper) return { kind: "undecided", mutation, reason: `\`${lastSegment(keeper.name)}\` says that its callers are administrators, and nothing shows that it asks for more than a credential`, span: keeper.span };
  if (isTally(event, index)) return { kind: "undecided", mutation, reason: `\`${touchText(event)}\` counts what callers do, which all of them may be meant to`, span: event.span };
  const refusal = undisclosedRefusal(mutation, run, anchors);
  if (refusal) return { kind: "undecided", mutation, reason: `\`${termText(refusal.check.term)}\` is asked, and whether \`${termText(refusal.call)}\` ends the request could not be followed`, span: refusal.call.span };
  const scope = setByLayer(target);
  if (scope) return { kind: "undecided", mutation, reason: `it is found by \`${termText(scope)}\`, which a layer before the handler set, and whether that is the caller's could not be followed`, span: event.span };
  const own = overwritten(mutation, run);
  if (own) return { kind: "undecided", mutation, reason: `it is found by \`${termText(own)}\`, which the handler itself had set`, span: event.span };
  const secret = capabilityOf(target, index);
  if (secret) return { kind: "undecided", mutation, reason: `\`${termText(secret)}\` finds it by a secret, which whoever holds it may be meant to use`, span: event.span };
  const lost = lostRefusal(mutation, conditions, run);
  if (lost) return { kind: "undecided", mutation, ...lost };
  const model = modelOf(target, run.ownership);
  const owned = model === undefined ? undefined : run.ownership.of(model);
  const found = findFlaw(mutation, run, conditions, anchors, tie.hints);
  const { check: asked } = found;
  // A condition of a guard, a helper or a service, and not of the handler itself: which of their ways led here was not kept.
  if ((found.flaw === "branch-only" || found.flaw === "after-mutation" || found.flaw === "not-enforced") && asked && !found.isCertain && !isInHandler(asked.span, run)) {
    return { kind: "undecided", mutation, reason: `\`${asked.text}\` is asked on some ways outside of the handler itself, and which of them lead here could not be followed`, span: asked.span };
  }
  if (found.flaw === "branch-only" && found.ofEach && asked) {
    return { kind: "undecided", mutation, reason: `\`${asked.text}\` is asked of each of several, and whether those are all that are touched could not be followed`, span: asked.span };
  }
  const other = found.flaw === "branch-only" ? foundByCaller(mutation, run) : undefined;
  if (other) return { kind: "undecided", mutation, reason: `on another way \`${termText(other)}\` finds such an object by its caller, and which of them leads here could not be followed`, span: other.span };
  const ownerless = owned?.kind === "nobody" && (found.flaw === "no-tie" || found.flaw === "no-caller");
  return { kind: "untied", mutation, ...found, ...(ownerless && { flaw: "no-owner" as const }), owned };
}

/** Whether a check stands in the handler's own code; what a framework runs around it is shown at the handler's name. */
function isInHandler(check: Span, { endpoint, trace }: Run): boolean {
  const { span } = endpoint.handler;
  const last = Math.max(...[...trace.events.flatMap((event) => (event.through.length === 0 ? [event.span] : [event.through[0]?.span])), ...trace.exits.map((exit) => exit.span)].map((at) => (at?.path === span.path ? at.line : 0)));
  return check.path === span.path && check.line > span.line && check.line <= last;
}

/**
 * What selects an object: ids by their names; and any value that the caller sent, where the method says that something
 * there is deleted or changed, no id in the path says what, and the query was seen. A POST that finds a user by the name given may
 * be a sign-in.
 */
function selectedBy(mutation: Mutation, endpoint: Endpoint): "key" | "selector" {
  const isNamed = endpoint.parameters.some((parameter) => parameter.in === "path");
  return mutation.certain && endpoint.method !== "POST" && !isNamed ? "selector" : "key";
}

/** The caller chose no id for it: it is the caller's own, or nobody's in particular, or what it is was lost. */
function judgeUnchosen(mutation: Mutation, lookup: Tie, endpoint: Endpoint, index: TermIndex): MutationVerdict {
  const selects = endpoint.parameters.some((parameter) => parameter.in === "path");
  // Where the path names an object, a change of the caller's own record is another matter.
  if (lookup.kind === "tied" && endpoint.method !== "POST" && !selects) return { kind: "tied", mutation, steps: lookup.steps, bypass: lookup.bypass };
  if (!selects || mutation.verb === "changes" || !index.of(mutation.target).unknown || !isLost(mutation.target)) return { kind: "unchosen", mutation };
  return { kind: "undecided", mutation, reason: `what \`${touchText(mutation.event)}\` touches could not be followed`, span: mutation.event.span };
}

function isLost(target: Term): boolean {
  for (let part = target; ; ) {
    if (part.kind === "unknown") return true;
    if (part.kind === "either") return part.options.some(isLost);
    if (part.kind !== "attribute" && part.kind !== "element" && part.kind !== "item") return false;
    part = part.of;
  }
}

function judgeInForce(condition: Condition, anchors: Anchors, index: TermIndex): Tie {
  // Who has asked too often is turned away, whosever the object is.
  if (condition.otherwise?.status === 429) return noTie;
  return judgeCondition(condition.term, condition.holds, { index, anchors, span: condition.span, rejects: turnsAway(condition) });
}

const refusals = new Set([400, 401, 403, 404]);

/** Whether the other branch may be there to turn a caller away; exceptions of the repository's own often tell no status. */
function turnsAway({ otherwise }: Condition): boolean {
  if (!otherwise) return false;
  return otherwise.status === undefined ? otherwise.kind === "raise" : refusals.has(otherwise.status);
}

/** What a guard outside of the handler demands. Being authenticated ties nothing; a guard that leaves strangers to others may ask the rest for a role. */
function judgeGuard(guard: Endpoint["guards"][number]): Tie {
  return allOf(
    guard.requires.map((requirement): Tie => {
      switch (requirement.kind) {
        case "authenticated":
          return { kind: "none", hints: [] };
        case "ownership":
          return { kind: "tied", steps: guard.proof, bypass: [] };
        case "role":
        case "scope": {
          const role = roleNamed(requirement.values);
          return { kind: "role", role: role.name, administrative: role.administrative, span: guard.span };
        }
        default:
          return requirement satisfies never;
      }
    }),
  );
}

const completing = new Set(["commit", "flush"]);
const saving = new Set(["save", "asave"]);

/**
 * The conditions under which the mutation takes effect. What a session was told is undone when the request fails before
 * its first commit or flush, and what was set on an object is kept when that is saved: a check between the two still comes in time.
 */
function conditionsInForce(mutation: Mutation, { trace, index }: Run): readonly Condition[] {
  const { event } = mutation;
  const session = sessionOf(event);
  if (session === "immediate") return event.under;
  const isSaved = (call: CallTerm): boolean => event.kind === "set-attribute" && saving.has(calledName(call)) && call.callee.kind === "attribute" && index.of(call.callee.of).id === index.of(event.target).id;
  const commit = trace.events.find((later) => later.index > event.index && later.kind === "call" && (completing.has(calledName(later.call)) || isSaved(later.call)));
  return commit ? [...event.under, ...commit.under.filter((condition) => !isAmong(condition, event.under, index))] : event.under;
}

function sessionOf(event: TraceEvent): "session" | "immediate" {
  if (event.kind !== "call") return "session";
  const { call } = event;
  return call.callee.kind === "attribute" && calledName(call) === "delete" && call.args.length === 1 ? "session" : "immediate";
}
