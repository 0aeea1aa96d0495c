import type { ControlJudge } from "@muster/contract";
import { secretFact } from "../candidate.ts";
import { type Reported, reportedCandidates } from "../reported.ts";

/** SECRET-01 for the repository: no credential lies in the tree. */
export const secret01: ControlJudge = {
  control: "SECRET-01",
  *judge(input) {
    const found = [...reportedCandidates(input)];
    const outside = found.filter(({ place }) => place === "source");
    const [first] = outside;
    if (first !== undefined) {
      yield { status: "fail", reason: `${count(outside.length)} outside tests, documentation and examples.`, span: spanOf(first), proof: outside.slice(0, 10).map(stepOf) };
      return;
    }
    const unread = input.facts("secrets/candidates").filter(({ fact }) => !secretFact(fact).complete);
    if (unread.length > 0) {
      yield { status: "indeterminate", reason: `${unread.length === 1 ? "One file was" : `${unread.length} files were`} not looked at to the end: ${unread[0]?.path ?? ""}.`, proof: [] };
      return;
    }
    if (found.length > 0) {
      yield { status: "indeterminate", reason: `${count(found.length)} in tests, documentation and examples: whether one of them is live is for a person to say.`, proof: found.slice(0, 10).map(stepOf) };
      return;
    }
    yield { status: "pass", reason: "No secret was found in the files that were read.", proof: [] };
  },
};

function count(number: number): string {
  return number === 1 ? "One secret" : `${number} secrets`;
}

function spanOf({ path, candidate }: Reported): { path: string; line: number; column: number; endLine: number; endColumn: number } {
  return { path, line: candidate.line, column: candidate.column, endLine: candidate.endLine, endColumn: candidate.endColumn };
}

function stepOf(reported: Reported): { span: ReturnType<typeof spanOf>; note: string } {
  return { span: spanOf(reported), note: `${reported.candidate.title}: ${reported.candidate.redacted}` };
}
