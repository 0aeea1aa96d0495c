import type { ControlJudge, JudgeInput } from "@muster/contract";
import { placeText } from "../wording.ts";
import { trailSinks, type TrailSink } from "../trail/trail-sinks.ts";

/** AUDIT-02 on the repository: where its audit events end up. The weakest way decides. */
export const audit02: ControlJudge = {
  control: "AUDIT-02",
  *judge(input: JudgeInput) {
    const sinks = trailSinks(input);
    const [weakest] = sinks.toSorted((a, b) => order[a.grade] - order[b.grade]);
    if (weakest === undefined) {
      yield { status: "not_applicable", reason: "No handler writes an audit event: AUDIT-01 says which should.", proof: [] };
      return;
    }
    const status = weakest.grade === "kept" ? "pass" : weakest.grade === "rewritable" ? "fail" : "indeterminate";
    yield { status, reason: reasonOf(weakest, sinks.length), span: weakest.span, proof: [{ span: weakest.event.span, note: "an audit event is written here" }, { span: weakest.span, note: `it goes to ${weakest.what}` }] };
  },
};

const order = { rewritable: 0, outside: 1, kept: 2 } as const;

function reasonOf({ grade, what, span }: TrailSink, count: number): string {
  const place = placeText(span);
  switch (grade) {
    case "kept":
      return count === 1 ? `Audit events go to ${what} (${place}).` : `Each of the ${count} ways of audit events ends where it is only appended to, or signed: the first goes to ${what} (${place}).`;
    case "rewritable":
      return `Audit events go to ${what} (${place}), unsigned: who gets in there can change or remove them.`;
    case "outside":
      return `Audit events go to ${what} (${place}): whether they are signed or only appended to is decided outside of what was read.`;
    default:
      return grade satisfies never;
  }
}
