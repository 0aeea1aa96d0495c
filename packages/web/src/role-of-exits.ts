import { partsOf, type Requirement, type Term } from "@muster/contract";
import { conditionsOf, isDenial, statusOfExit, termOf, type BranchCondition, type Exit } from "@muster/python";
import { askedBy, isGranted } from "./callers/asks.ts";
import { Gates, outcomeOf, type Branch } from "./callers/gates.ts";
import { TermLook } from "./callers/terms.ts";

/** The role that each way past a guard asks of a signed-in caller: a condition about the caller on whose other side no way gets past. */
export function roleAskedBy(exits: readonly Exit[], passes: (exit: Exit) => boolean): Requirement[] {
  const ways = exits.map((exit) => ({ outcome: passes(exit) ? ("passed" as const) : outcomeOf(statusOfExit(exit)), under: conditionsOf(exit.path.conditions).map((condition) => branchOf(condition, exit)) }));
  const passing = ways.filter(({ outcome }) => outcome === "passed");
  if (passing.length === 0) return [];
  const look = new TermLook();
  const gates = new Gates(ways);
  const asked = passing.map(({ under }) => under.find((branch) => (gates.decides(branch) || gates.favours(branch)) && askedBy(branch.term, look) === "role" && isGranted(branch.term, branch.holds, look))?.term);
  if (asked.includes(undefined)) return [];
  const values = new Set<string>();
  for (const term of asked) if (term !== undefined) collect(term, values);
  return [{ kind: "role", values: [...values].sort() }];
}

function branchOf({ place, holds, value, otherwise }: BranchCondition, { path }: Exit): Branch {
  const refusesOthers = otherwise !== undefined && isDenial({ kind: otherwise.kind, value: otherwise.value ?? { kind: "const", value: null }, place, path, through: [] });
  return { place: `${place.module.path}:${place.s}`, holds, term: termOf(value), refusesOthers };
}

/** What a role looks like; anything else in the code's texts may be a secret, and is not repeated. */
const word = /^[a-z][a-z0-9_:. -]{0,40}$/i;
const mostWords = 16;

function collect(term: Term, into: Set<string>): void {
  if (into.size >= mostWords) return;
  if (term.kind === "const" && typeof term.value === "string" && word.test(term.value)) into.add(term.value);
  if (term.kind === "operation" || term.kind === "collection") for (const part of partsOf(term)) collect(part, into);
}
