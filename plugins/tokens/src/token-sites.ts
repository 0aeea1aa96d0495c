import { subterms, type Fix, type JudgeInput, type ObservedCall, type Step } from "@muster/contract";
import { isPeek } from "./peek.ts";
import { issuesWithoutEnd, judgeIssue } from "./judge-issue.ts";
import { judgeVerification, placeText, type Elsewhere, type Verdict } from "./judge-verification.ts";
import { tokenCall } from "./libraries.ts";
import type { Problem, TokenSite } from "./problem.ts";
import { judgeSetting } from "./settings.ts";
import { pinAlgorithm, soleAlgorithm } from "./pin-algorithm.ts";

const kept = new WeakMap<readonly ObservedCall[], readonly TokenSite[]>();

/** Every place at which tokens are verified, issued or configured, judged over all ways on which code comes by. */
export function tokenSites({ calls = [] }: Pick<JudgeInput, "calls">): readonly TokenSite[] {
  let sites = kept.get(calls);
  if (!sites) kept.set(calls, (sites = judgeAll(calls)));
  return sites;
}

function judgeAll(calls: readonly ObservedCall[]): readonly TokenSite[] {
  const elsewhere: Elsewhere = { validated: validatedPlaces(calls), endless: endlessFiles(calls) };
  const algorithm = soleAlgorithm(calls);
  const groups = new Map<string, ObservedCall[]>();
  for (const call of calls) {
    if (tokenCall(call.callee) === undefined && call.kind !== "setting") continue;
    const known = groups.get(placeText(call));
    if (known) known.push(call);
    else groups.set(placeText(call), [call]);
  }
  return [...groups.values()].flatMap((ways) => siteOf(ways, calls, elsewhere, algorithm) ?? []);
}

function siteOf(ways: readonly ObservedCall[], calls: readonly ObservedCall[], elsewhere: Elsewhere, algorithm: string | undefined): TokenSite | undefined {
  const judged = ways.flatMap((call) => {
    const verdict = judge(call, calls, elsewhere);
    return verdict ? [{ call, ...verdict }] : [];
  });
  // What is wrong on one way is wrong: that way is shown.
  const shown = judged.find((one) => one.problems.length > 0) ?? judged[0];
  if (!shown) return undefined;
  const problems = unique(judged.flatMap((one) => one.problems));
  const fix: Fix | undefined = problems.some(({ kind }) => kind === "no-algorithms") ? pinAlgorithm(shown.call, algorithm) : undefined;
  return {
    call: shown.call,
    library: shown.library,
    does: shown.does,
    problems,
    undecided: [...new Set(judged.flatMap((one) => one.undecided))],
    within: [...new Set(judged.flatMap((one) => one.call.within))],
    steps: stepsOf(shown.call),
    ...(fix && { fix }),
  };
}

type Judged = Verdict & Pick<TokenSite, "library" | "does">;

function judge(call: ObservedCall, calls: readonly ObservedCall[], elsewhere: Elsewhere): Judged | undefined {
  if (call.kind === "setting") {
    const verdict = judgeSetting(call);
    return verdict && { ...verdict, does: "configure" };
  }
  const known = tokenCall(call.callee);
  switch (known?.does) {
    case "verify": {
      const verdict = judgeVerification(call, known.library, elsewhere);
      return verdict.problems.some(({ kind }) => kind === "unsigned") && isPeek(call, calls) ? undefined : { ...verdict, library: known.library, does: "verify" };
    }
    case "peek":
      return isPeek(call, calls) ? undefined : { problems: [{ kind: "unsigned", byDefault: false }], undecided: [], library: known.library, does: "verify" };
    case "issue":
      return { ...judgeIssue(call, known.library), library: known.library, does: "issue" };
    case "validate":
    case undefined:
      return undefined;
    default:
      return known satisfies never;
  }
}

/** Files that issue tokens, and none with an expiry. */
function endlessFiles(calls: readonly ObservedCall[]): ReadonlySet<string> {
  const issuing = calls.filter(({ callee }) => tokenCall(callee)?.does === "issue");
  const ending = new Set(issuing.filter((call) => !issuesWithoutEnd(call)).map(({ span }) => span.path));
  return new Set(issuing.map(({ span }) => span.path).filter((path) => !ending.has(path)));
}

/** Places of decoding whose claims are checked afterwards, somewhere. */
function validatedPlaces(calls: readonly ObservedCall[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const call of calls) {
    if (tokenCall(call.callee)?.does !== "validate") continue;
    for (const term of [...(call.receiver ? [call.receiver] : []), ...call.args]) for (const part of subterms(term)) if (part.kind === "call") places.add(placeText(part));
  }
  return places;
}

function unique(problems: readonly Problem[]): readonly Problem[] {
  const byKind = new Map<string, Problem>();
  // Certain ones first.
  for (const problem of [...problems].sort((a, b) => Number(a.byDefault) - Number(b.byDefault))) if (!byKind.has(problem.kind)) byKind.set(problem.kind, problem);
  return [...byKind.values()];
}

function stepsOf(call: ObservedCall): readonly Step[] {
  return call.through.slice(-6);
}
