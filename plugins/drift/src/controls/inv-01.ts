import type { ControlJudge, ControlResult, Endpoint, JudgeInput } from "@muster/contract";
import { driftOf, type Drift } from "../drift.ts";
import { ghostsOf } from "../ghosts.ts";
import { documentNames, standingOf } from "../standing.ts";

type Verdict = Omit<ControlResult, "control">;

const shown = 20;

/** INV-01 on every endpoint, and once on the repository, where ghosts belong. Traffic is not looked at here. */
export const inv01: ControlJudge = {
  control: "INV-01",
  *judge(input: JudgeInput) {
    const drift = driftOf(input);
    const verdicts = input.endpoints.map((endpoint) => verdictOn(drift, endpoint));
    yield* verdicts;
    yield verdictOnRepository(input, drift, verdicts);
  },
};

function verdictOn(drift: Drift, endpoint: Endpoint): Verdict {
  const place = { endpoint: endpoint.id, span: endpoint.span };
  const here = { span: endpoint.span, note: "it is declared here" };
  if (endpoint.unreachable !== undefined) return { ...place, status: "fail", reason: "It is declared, and an earlier route takes its requests.", proof: [here, endpoint.unreachable] };
  const standing = standingOf(drift, endpoint);
  switch (standing.kind) {
    case "described":
      return { ...place, status: "pass", reason: `${standing.by[0]?.document.path ?? "A document"} describes it.`, proof: [here, ...standing.by.map(({ document, operation }) => ({ span: operation.span, note: `${document.path} describes it here` }))] };
    case "shadow":
      return { ...place, status: "fail", reason: `${documentNames(standing.documents)} does not describe it.`, proof: [here] };
    case "hidden":
      return { ...place, status: "not_applicable", reason: `The code leaves it out of the document on purpose; ${documentNames(standing.documents)} does not describe it.`, proof: [here] };
    case "beside":
      return { ...place, status: "indeterminate", reason: `${documentNames(standing.documents)} describes what lies below ${standing.prefix}; whether this was left out on purpose the code does not say.`, proof: [here] };
    case "undocumentable":
      return { ...place, status: "not_applicable", reason: standing.reason, proof: [here] };
    case "undecided":
      return { ...place, status: "indeterminate", reason: standing.reason, proof: [here] };
    case "no-document":
      return { ...place, status: "indeterminate", reason: "No OpenAPI or Swagger document of its application lies in the repository: there is nothing to compare the code with.", proof: [here] };
    default:
      return standing satisfies never;
  }
}

function verdictOnRepository(input: JudgeInput, drift: Drift, verdicts: readonly Verdict[]): Verdict {
  const { certain, possible } = ghostsOf(input, drift);
  const failed = verdicts.filter(({ status }) => status === "fail").length;
  const undecided = verdicts.filter(({ status }) => status === "indeterminate").length;
  const proof = certain.slice(0, shown).flatMap(({ document, operations, path }) => operations.map(({ span, method }) => ({ span, note: `${document.path} describes ${method} ${path}, which nothing serves` })));
  if (failed + certain.length > 0) return { status: "fail", reason: `${failed} of ${input.endpoints.length} endpoints are in no document of their application or cannot be reached, and ${certain.length} documented paths are served by nothing.`, proof };
  if (input.endpoints.length === 0 && drift.unusable.length === 0) return { status: "not_applicable", reason: "No endpoint was found.", proof: [] };
  const [unusable] = drift.unusable;
  if (unusable !== undefined) return { status: "indeterminate", reason: `${unusable.path} could not be compared with the code: ${unusable.reason}.`, proof: [] };
  const [uncertain] = possible;
  if (uncertain !== undefined) {
    return {
      status: "indeterminate",
      reason: `${possible.length} documented paths were not found in the code, and ${uncertain.lost.length} places there that could serve them were not resolved.`,
      proof: [...possible.slice(0, shown).flatMap(({ ghost }) => ghost.operations.slice(0, 1).map(({ span }) => ({ span, note: `${ghost.document.path} describes ${ghost.path}` }))), ...uncertain.lost.slice(0, shown).map(({ span, what, reason }) => ({ span, note: `${what}: ${reason}` }))],
    };
  }
  const lost = input.coverage.unresolved.find(({ what }) => what !== "guard");
  if (lost !== undefined) return { status: "indeterminate", reason: "The inventory is not whole: what lies at unresolved places was not compared.", proof: [{ span: lost.span, note: `${lost.what}: ${lost.reason}` }] };
  if (undecided > 0) return { status: "indeterminate", reason: `${undecided} of ${input.endpoints.length} endpoints have no document to be compared with.`, proof: [] };
  return { status: "pass", reason: `Each of ${input.endpoints.length} endpoints is described, hidden on purpose or of a kind that documents do not describe, and every documented operation is served.`, proof: [] };
}
