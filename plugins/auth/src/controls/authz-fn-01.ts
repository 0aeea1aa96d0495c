import type { ControlJudge, ControlResult, Endpoint, JudgeInput } from "@muster/contract";
import { isAdministrative } from "../administrative.ts";
import { functionAccess } from "../function-access.ts";

type Verdict = Omit<ControlResult, "control">;

/** AUTHZ-FN-01 on every endpoint: write and administrative ones ask for a role or scope, as their guards and handlers were evaluated. */
export const authzFn01: ControlJudge = {
  control: "AUTHZ-FN-01",
  *judge(input: JudgeInput) {
    for (const endpoint of input.endpoints) yield verdictOn(input, endpoint);
  },
};

function verdictOn(input: JudgeInput, endpoint: Endpoint): Verdict {
  const place = { endpoint: endpoint.id, span: endpoint.span };
  const what = isAdministrative(endpoint) ? "an administrative endpoint" : "a write";
  const access = functionAccess(input, endpoint);
  switch (access.kind) {
    case "exempt":
      return { ...place, status: "not_applicable", reason: access.reason, proof: [] };
    case "open":
      if (input.isApprovedPublic(endpoint)) return { ...place, status: "not_applicable", reason: "It is on the approved public list: it asks nobody who they are.", proof: endpoint.proof };
      return { ...place, status: "fail", reason: `It is ${what} that anyone can call, so no role is asked for.`, proof: endpoint.proof };
    case "undecided":
      return { ...place, status: "indeterminate", reason: `Whether a role is asked for could not be decided: ${access.reason}.`, proof: access.steps };
    case "role":
      return { ...place, status: "pass", reason: "Callers without the role or scope are turned away.", proof: access.steps };
    case "own":
      return { ...place, status: "not_applicable", reason: "It acts on what is tied to the caller: ownership decides (AUTHZ-OBJ-01), and not a role.", proof: access.steps };
    case "some-ways":
      return { ...place, status: "fail", reason: "A role is asked for on some ways to a success, and not on all.", proof: access.steps };
    case "anyone-signed-in":
      return { ...place, status: "fail", reason: `It is ${what} that every signed-in caller can use: no role or scope is asked for.`, proof: access.steps };
    default:
      return access satisfies never;
  }
}
