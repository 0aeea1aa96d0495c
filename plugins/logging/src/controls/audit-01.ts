import type { ControlJudge, ControlResult, Endpoint, JudgeInput } from "@muster/contract";
import { auditCoverage } from "../audit-coverage.ts";
import { gradeOf } from "../grade.ts";
import { auditSteps, changeSteps, lacksText, placeText } from "../wording.ts";

type Verdict = Omit<ControlResult, "control">;

/** AUDIT-01 on every endpoint. What does not destroy or overwrite is not applicable. */
export const audit01: ControlJudge = {
  control: "AUDIT-01",
  *judge(input: JudgeInput) {
    for (const endpoint of input.endpoints) yield verdictOn(input, endpoint);
  },
};

function verdictOn(input: JudgeInput, endpoint: Endpoint): Verdict {
  const place = { endpoint: endpoint.id, span: endpoint.handler.span };
  const coverage = auditCoverage(input, endpoint);
  switch (coverage.kind) {
    case "not-applicable":
      return { ...place, status: "not_applicable", reason: coverage.reason, proof: [] };
    case "indeterminate":
      return { ...place, status: "indeterminate", reason: coverage.reason, proof: coverage.proof };
    case "audited":
      return { ...place, status: "pass", reason: [`The event at ${placeText(coverage.by.span)} names actor, action and object.`, ...gradeOf(coverage.by, coverage.changes, coverage.trace, coverage.events)].join(" "), proof: [...changeSteps(coverage.changes), ...auditSteps(coverage.by)] };
    case "some-paths":
      return { ...place, status: "fail", reason: `The event at ${placeText(coverage.by.span)} is not written before the success at ${placeText(coverage.exit.span)}.`, proof: auditSteps(coverage.by) };
    case "incomplete":
      return { ...place, status: "fail", reason: `The event at ${placeText(coverage.by.span)} names ${lacksText(coverage.by.lacks)}.`, proof: auditSteps(coverage.by) };
    case "debug-only":
      return { ...place, status: "fail", reason: `The event at ${placeText(coverage.by.span)} is on a debug level, which production drops.`, proof: auditSteps(coverage.by) };
    case "missing":
      return { ...place, status: "fail", reason: "Nothing on the way writes an event with actor, action and object.", proof: changeSteps(coverage.changes) };
    default:
      return coverage satisfies never;
  }
}
