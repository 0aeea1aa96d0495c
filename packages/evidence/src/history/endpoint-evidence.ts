import { limits, type BroughtBy, type BroughtStep, type EndpointEvidence, type EvidenceRecord, type Guard, type ScanResult, type Span, type Step } from "@muster/contract";

/** Everything that a result says of one endpoint: enough to ask git for each place. */
export function spansOf(result: ScanResult, id: string): Span[] {
  const endpoint = result.endpoints.find((one) => one.id === id);
  if (endpoint === undefined) return [];
  const controls = result.results.filter((one) => one.endpoint === id);
  return [endpoint.handler.span, ...endpoint.proof.map(({ span }) => span), ...endpoint.guards.map(({ span }) => span), ...controls.flatMap(({ span, proof }) => [...(span === undefined ? [] : [span]), ...proof.map((step) => step.span)])];
}

/** What an auditor asks of one endpoint. `brought` is by `path:line`. Throws where the result has no such endpoint. */
export function endpointEvidence(result: ScanResult, id: string, brought: ReadonlyMap<string, BroughtBy>, found: { readonly commit: string; readonly at?: string; readonly record?: EvidenceRecord }): EndpointEvidence {
  const endpoint = result.endpoints.find((one) => one.id === id);
  if (endpoint === undefined) throw new Error(`The result has no endpoint with the id ${id}.`);
  const step = ({ note, span }: Step): BroughtStep => {
    const by = brought.get(`${span.path}:${span.line}`);
    return { note, span, ...(by !== undefined && { brought: by }) };
  };
  const byControl = new Map(result.results.flatMap((one) => (one.endpoint === id ? [[one.control, one] as const] : [])));
  return {
    schema: "muster.evidence/1",
    tool: result.tool,
    repository: result.target.name,
    commit: found.commit,
    ...(found.at !== undefined && { at: found.at }),
    endpoint: { id, application: result.applications.find((one) => one.id === endpoint.application)?.name ?? "", method: endpoint.method, path: endpoint.path, handler: endpoint.handler.symbol },
    posture: endpoint.posture,
    ...(endpoint.reason !== undefined && { reason: endpoint.reason }),
    proof: endpoint.proof.map(step),
    guards: endpoint.guards.map((guard) => ({ name: guard.name, verdict: guard.verdict, requires: demandsOf(guard), place: step({ note: `${guard.via} on the ${guard.layer}`, span: guard.span }) })),
    controls: result.controls.flatMap(({ id: control, statement, criteria }) => {
      const own = byControl.get(control);
      if (own === undefined || own.status === "not_applicable") return [];
      const steps = own.proof.length > 0 ? own.proof : own.span === undefined ? [] : [{ note: own.reason, span: own.span }];
      return [{ control, statement, status: own.status, reason: own.reason, criteria, steps: steps.map(step) }];
    }),
    ...(found.record !== undefined && { record: found.record }),
    limits,
  };
}

function demandsOf({ requires }: Guard): string[] {
  return requires.map((requirement) => {
    switch (requirement.kind) {
      case "authenticated":
        return "a signed-in caller";
      case "ownership":
        return "the owner";
      case "role":
      case "scope":
        return `${requirement.kind} ${requirement.values.length > 0 ? requirement.values.join(", ") : "not resolved"}`;
      default:
        return requirement satisfies never;
    }
  });
}
