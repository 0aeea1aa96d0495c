import type { Condition, DataModel, Endpoint, JudgeInput, Step } from "@muster/contract";
import { ByTrace } from "./by-trace.ts";
import { belongingOf } from "./belonging/belonging.ts";
import { flawText } from "./flaw-text.ts";
import { judgeMutation } from "./judge-mutation.ts";
import { asksForCaller } from "./asks-for-caller.ts";
import { lostOnWay } from "./lost-way.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { createOwnership } from "./ownership/ownership.ts";
import type { Ownership } from "./ownership/ownership.ts";
import { entryOf, ownedStep, placeOf, proofOf, stepsOf, touchText } from "./proof.ts";
import { runOf } from "./run.ts";
import type { Run } from "./run.ts";
import { mayShareKey } from "./may-share-key.ts";
import type { MutationVerdict, ObjectVerdict } from "./verdict.ts";

const writing = new Set(["DELETE", "PATCH", "POST", "PUT"]);
const alwaysDestructive = new Set(["DELETE", "PUT", "PATCH"]);

/** The rule and the control ask the same of the same endpoints, each with an input of its own. */
const verdicts = new WeakMap<readonly Endpoint[], Map<Endpoint, ObjectVerdict>>();
const ownerships = new WeakMap<readonly DataModel[], Ownership>();
/** The last one that was made, and of what: the next commit's models are mostly the same. */
let last: { readonly models: string; readonly ownership: Ownership } | undefined;
const judgedRuns = new ByTrace<readonly MutationVerdict[]>();
const noModels: readonly DataModel[] = [];

/** Does the endpoint tie what it destroys or changes to its caller? */
export function judgeEndpoint(endpoint: Endpoint, input: JudgeInput): ObjectVerdict {
  const known = verdicts.get(input.endpoints) ?? new Map<Endpoint, ObjectVerdict>();
  verdicts.set(input.endpoints, known);
  const verdict = known.get(endpoint) ?? judgeAnew(endpoint, input);
  known.set(endpoint, verdict);
  return verdict;
}

function judgeAnew(endpoint: Endpoint, input: JudgeInput): ObjectVerdict {
  // Following every handler that reads would cost far more than the few GETs that delete something are worth.
  const selects = endpoint.parameters.some((parameter) => parameter.in === "path");
  if (!writing.has(endpoint.method)) return notApplicable(`the control is asked of ${[...writing].join(", ")}${selects ? "; whether callers may read what the path names is not judged" : ""}`);
  const trace = input.trace(endpoint.id);
  if (!trace) {
    return { kind: "undecided", reason: "the handler could not be traced", span: endpoint.handler.span, proof: [entryOf(endpoint)] };
  }
  const run = runOf(endpoint, trace, ownershipOf(input.dataModels ?? noModels));
  const judged = judgedRuns.of(endpoint, trace, run.ownership, () => run.mutations.filter((mutation) => isRelevant(mutation, endpoint.method)).map((mutation) => judgeMutation(mutation, run)));
  const decided = judged.filter((verdict) => verdict.kind !== "unchosen");

  const untied = decided.find((verdict) => verdict.kind === "untied");
  if (untied) return judgeUntied(untied, run, input);
  const undecided = decided.find((verdict) => verdict.kind === "undecided");
  if (undecided) return { kind: "undecided", reason: undecided.reason, span: undecided.span, proof: proofOf(undecided.mutation, run, [{ span: undecided.span, note: undecided.reason }]) };

  const [first] = decided;
  if (!first) return judgeUntouched(run, selects);
  const [lost] = trace.lost;
  if (!trace.complete) {
    const reason = `every mutation seen is tied to the caller, and not everything could be followed: ${lost?.note ?? "evaluation ended early"}`;
    return { kind: "undecided", reason, span: lost?.span ?? endpoint.handler.span, proof: [entryOf(endpoint), ...(lost ? [lost] : [])] };
  }
  if (endpoint.posture === "unknown") return { kind: "undecided", reason: "whether callers are authenticated is not known", span: endpoint.span, proof: proofOf(first.mutation, run, stepsOf(first)) };
  return { kind: "tied", reason: tiedReason(decided), span: stepsOf(first)[0]?.span ?? first.mutation.event.span, proof: proofOf(first.mutation, run, stepsOf(first)) };
}

function ownershipOf(models: readonly DataModel[]): Ownership {
  const known = ownerships.get(models);
  if (known) return known;
  const text = JSON.stringify(models);
  if (last?.models !== text) last = { models: text, ownership: createOwnership(models) };
  ownerships.set(models, last.ownership);
  return last.ownership;
}

/** A POST that only a name calls a change is none: it may well create. */
function isRelevant(mutation: Mutation, method: string): boolean {
  if (alwaysDestructive.has(method)) return true;
  return mutation.certain || mutation.verb === "deletes";
}

function judgeUntied(untied: MutationVerdict & { kind: "untied" }, run: Run, input: JudgeInput): ObjectVerdict {
  const { endpoint } = run;
  const { mutation, flaw, check, owned } = untied;
  const missing: Step = { span: check?.span ?? mutation.event.span, note: flawText(flaw, check?.text) };
  const proof = proofOf(mutation, run, [...(owned ? [ownedStep(owned)] : []), missing]);
  const span = placeOf(mutation, endpoint);
  if (endpoint.posture === "public") {
    if (input.isApprovedPublic(endpoint)) return notApplicable("it is approved as public, so there is no caller to tie an object to");
    return { kind: "open", reason: `it is open to anyone, so nothing ties what \`${touchText(mutation.event)}\` touches to a caller`, span, proof };
  }
  // A guard that was not decided may be the very check: of the object, or of a role.
  if (endpoint.posture === "unknown") return { kind: "undecided", reason: "whether callers are authenticated is not known", span: endpoint.span, proof };
  // Whoever holds a key that services share is the application itself; a handler that asks for nobody may be meant for it.
  if ((flaw === "no-caller" || flaw === "no-owner") && mayShareKey(endpoint, input) && !asksForCaller(run, mutation)) {
    return { kind: "undecided", reason: `\`${touchText(mutation.event)}\` is tied to no caller, and nothing shows that the credential tells one caller from another`, span, proof };
  }
  const lost = lostOnWay(run);
  if (lost) return { kind: "undecided", reason: `nothing that was seen ties what \`${touchText(mutation.event)}\` touches to the caller, and not everything could be followed: ${lost.note}`, span: lost.span, proof: [...proof, lost] };
  const untiedOf = (shown: readonly Step[], isShown: boolean): ObjectVerdict => ({ kind: "untied", flaw, mutation, check: check?.text, owned, reason: `\`${touchText(mutation.event)}\`: ${flawText(flaw, check?.text)}`, span, proof: [...proof, ...shown], isShown });
  // A check that fails, and a record that is a caller, say themselves that the object is somebody's.
  if ((flaw !== "no-tie" && flaw !== "no-caller" && flaw !== "no-owner") || owned?.kind === "caller") return untiedOf([], true);
  // Code asks for a parameter under a name that the route does not give it: a check may be keyed on it, and never happens.
  const [unbound] = endpoint.unbound ?? [];
  if (unbound) return untiedOf([{ span: unbound.span, note: `\`${unbound.name}\` is looked for, which the route does not bind` }], true);
  const belonging = belongingOf(mutation, run, input);
  if (belonging) return untiedOf([{ span: belonging.span, note: `${belonging.endpoint.method} ${belonging.endpoint.path}: ${belonging.note}` }], belonging.how === "asks");
  return { kind: "undecided", reason: `\`${touchText(mutation.event)}\`: ${flawText(flaw, check?.text)}, and nothing in the application shows that such an object is anybody's in particular`, span, proof };
}

/** No mutation of an object that the caller chose: nothing to check, or not seen. */
function judgeUntouched({ trace, endpoint, index }: Run, selects: boolean): ObjectVerdict {
  if (!alwaysDestructive.has(endpoint.method) && !(endpoint.method === "POST" && !trace.complete && selects)) {
    return notApplicable("it deletes or changes no object that the caller chooses");
  }
  if (!selects && trace.complete) return notApplicable("it deletes or changes no object by an id of the caller's choice");
  const held = (condition: Condition): boolean => index.of(condition.term).key;
  const uses =
    trace.events.some((event) => index.of(event.kind === "call" ? event.call : event.target).key || event.under.some(held)) || trace.exits.some((exit) => exit.under.some(held));
  if (trace.complete && !uses) return notApplicable("it reaches no object by the id that it takes");
  const [lost] = trace.lost;
  const reason = lost ? `no mutation was seen, and not everything could be followed: ${lost.note}` : "it takes an object id, and no call that deletes or changes the object was recognised";
  return { kind: "undecided", reason, span: lost?.span ?? endpoint.handler.span, proof: [entryOf(endpoint), ...(lost ? [lost] : [])] };
}

function tiedReason(verdicts: readonly MutationVerdict[]): string {
  const tied = verdicts.find((verdict) => verdict.kind === "tied");
  const roles = [...new Set(verdicts.flatMap((verdict) => (verdict.kind === "role" ? [verdict.role] : verdict.kind === "tied" ? verdict.bypass : [])))];
  if (!tied) return `only callers with \`${roles.join(", ")}\` reach it`;
  const [step] = tied.steps;
  const note = step?.note ?? "a guard ties the object to the caller";
  return roles.length > 0 ? `${note}; callers with \`${roles.join(", ")}\` are let past` : note;
}

function notApplicable(reason: string): ObjectVerdict {
  return { kind: "not-applicable", reason };
}
