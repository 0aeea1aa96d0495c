import type { ControlJudge, ControlResult, JudgeInput, Step } from "@muster/contract";
import type { Site, SiteKind } from "../site.ts";
import { sitesIn } from "../sites.ts";
import { readOptions } from "../options.ts";

type Verdict = Omit<ControlResult, "control">;

const shownPlaces = 20;

/**
 * MTLS-01 on the repository: by the hops that its code and deployment files declare. A client that shows a certificate is half of
 * one; the other half is a server that asks for it, which may stand elsewhere.
 */
export const mtls01: ControlJudge = {
  control: "MTLS-01",
  *judge(input: JudgeInput) {
    yield verdictOn(sitesIn(input), readOptions(input.options).mesh);
  },
};

function verdictOn(sites: readonly Site[], described: string | undefined): Verdict {
  const of = (...kinds: SiteKind[]): readonly Site[] => sites.filter(({ kind }) => kinds.includes(kind));
  const isMeshed = described !== undefined || of("mesh").length > 0;
  const wrong = of("unverified", "client-not-required", ...(isMeshed ? [] : (["plaintext"] as const)));
  if (wrong.length > 0) return { status: "fail", reason: `${counted(wrong.length, "place")} that ${wrong.length === 1 ? "connects" : "connect"} services ${wrong.length === 1 ? "does" : "do"} not verify the other side: ${listed(wrong)}.`, proof: stepsTo(wrong) };
  const asking = of("client-required", "mesh");
  const showing = of("client-certificate");
  if (asking.length > 0) return { status: "pass", reason: `Client certificates are required and verified: ${listed(asking)}.`, proof: stepsTo([...asking, ...showing]) };
  if (described !== undefined) return { status: "pass", reason: `A mesh outside of the repository demands mutual TLS, by the configuration and not looked into: ${described}`, proof: stepsTo(showing) };
  if (showing.length > 0) return { status: "indeterminate", reason: `Clients show certificates (${listed(showing)}); what asks for them is not in the repository. Say in the option \`mesh\` where it is.`, proof: stepsTo(showing) };
  return { status: "not_applicable", reason: "Neither code nor deployment files declare a hop between services: no client certificate, no authority of clients, no mesh, no channel of gRPC.", proof: [] };
}

function listed(sites: readonly Site[]): string {
  const named = sites.slice(0, 3).map(({ span }) => `${span.path}:${span.line}`);
  return sites.length > 3 ? `${named.join(", ")} and ${sites.length - 3} more` : named.join(", ");
}

function stepsTo(sites: readonly Site[]): readonly Step[] {
  return sites.slice(0, shownPlaces).map(({ span, of, what }) => ({ span, note: `${of}: \`${what}\`` }));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
