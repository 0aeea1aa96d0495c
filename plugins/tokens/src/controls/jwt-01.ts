import type { ControlJudge, ControlResult, Endpoint, JudgeInput } from "@muster/contract";
import type { TokenSite } from "../problem.ts";
import { tokenSites } from "../token-sites.ts";
import { placeList, proofOf, stepsTo } from "../wording.ts";
import { sitesOnTheWay } from "../sites-on-the-way.ts";
import { shortProblem } from "../short-problem.ts";

type Verdict = Omit<ControlResult, "control">;

/** JWT-01 on every endpoint by the tokens that are verified on its way, and once on the repository by all of them. */
export const jwt01: ControlJudge = {
  control: "JWT-01",
  *judge(input: JudgeInput) {
    const sites = tokenSites(input);
    for (const endpoint of input.endpoints) yield verdictOn(endpoint, sitesOnTheWay(endpoint, sites));
    yield verdictOnAll(sites);
  },
};

function verdictOn(endpoint: Endpoint, sites: readonly TokenSite[]): Verdict {
  const place = { endpoint: endpoint.id, span: endpoint.span };
  const wrong = sites.find((site) => site.problems.length > 0);
  if (wrong) return { ...place, status: "fail", reason: `The token on its way is not fully verified: ${problemsOf(wrong)}.`, proof: proofOf(wrong, problemsOf(wrong)) };
  const open = sites.find((site) => site.undecided.length > 0);
  if (open) return { ...place, status: "indeterminate", reason: `It is not known ${open.undecided[0] ?? ""}.`, proof: proofOf(open, `it is not known ${open.undecided[0] ?? ""}`) };
  const [site] = sites;
  if (site) return { ...place, status: "pass", reason: `${site.library} verifies the token on its way with a fixed algorithm.`, proof: proofOf(site, "the token is verified here") };
  return { ...place, status: "not_applicable", reason: "No call of a token library was found on its way.", proof: [] };
}

function verdictOnAll(sites: readonly TokenSite[]): Verdict {
  const wrong = sites.filter((site) => site.problems.length > 0);
  if (wrong.length > 0) return { status: "fail", reason: `${wrong.length} of ${sites.length} places that verify, issue or configure tokens leave something out: ${placeList(wrong)}.`, proof: stepsTo(wrong, problemsOf) };
  const open = sites.filter((site) => site.undecided.length > 0);
  if (open.length > 0) return { status: "indeterminate", reason: `At ${open.length} of ${sites.length} places it is not known how tokens are verified: ${placeList(open)}.`, proof: stepsTo(open, (site) => `it is not known ${site.undecided[0] ?? ""}`) };
  if (sites.length === 0) return { status: "not_applicable", reason: "No call of a token library was found (PyJWT, python-jose, Authlib, joserfc, SimpleJWT, Flask-JWT-Extended, fastapi-jwt-auth).", proof: [] };
  return { status: "pass", reason: `At each of ${sites.length} places tokens are verified with a fixed algorithm and their expiry, and keys are not in the code.`, proof: stepsTo(sites, (site) => (site.does === "issue" ? "tokens are issued here" : "tokens are verified here")) };
}

function problemsOf(site: TokenSite): string {
  return site.problems.map(shortProblem).join("; ");
}
