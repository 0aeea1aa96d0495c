import type { ControlJudge } from "@muster/contract";
import { secretFact } from "../candidate.ts";
import { type Reported, reportedCandidates } from "../reported.ts";

/** What a control says where it looks: in the tree, or in the history. */
interface Texts {
  readonly control: string;
  /** `file`, `content`: what is looked at. */
  readonly unit: string;
  readonly pass: string;
}

/** No credential lies where the control looks. */
export function secretControl({ control, unit, pass }: Texts): ControlJudge {
  return {
    control,
    *judge(input) {
      const found = [...reportedCandidates(input)];
      const outside = found.filter(({ place }) => place === "source");
      const [first] = outside;
      if (first !== undefined) {
        yield { status: "fail", reason: `${count(outside)} outside tests, documentation and examples.`, span: spanOf(first), proof: outside.slice(0, 10).map(stepOf) };
        return;
      }
      const unread = input.facts("secrets/candidates").filter(({ fact }) => !secretFact(fact).complete);
      if (unread.length > 0) {
        yield { status: "indeterminate", reason: `${unread.length === 1 ? `One ${unit} was` : `${unread.length} ${unit}s were`} not looked at to the end: ${unread[0]?.path ?? ""}.`, proof: [] };
        return;
      }
      if (found.length > 0) {
        yield { status: "indeterminate", reason: `${count(found)} in tests, documentation and examples: whether one of them is live is for a person to say.`, proof: found.slice(0, 10).map(stepOf) };
        return;
      }
      yield { status: "pass", reason: pass, proof: [] };
    },
  };
}

/** The same value counts once, wherever it lies. */
function count(found: readonly Reported[]): string {
  const secrets = new Set(found.map(({ candidate }) => `${candidate.format} ${candidate.hash}`)).size;
  return secrets === 1 ? "One secret" : `${secrets} secrets`;
}

function spanOf({ path, candidate }: Reported): { path: string; line: number; column: number; endLine: number; endColumn: number } {
  return { path, line: candidate.line, column: candidate.column, endLine: candidate.endLine, endColumn: candidate.endColumn };
}

function stepOf(reported: Reported): { span: ReturnType<typeof spanOf>; note: string } {
  return { span: spanOf(reported), note: `${reported.candidate.title}: ${reported.candidate.redacted}` };
}
