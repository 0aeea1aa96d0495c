import type { ControlStatus, ScanResult } from "@muster/contract";

/** A control on an endpoint, with the criteria that it supports. */
export interface EndpointControl {
  readonly id: string;
  readonly status: ControlStatus;
  readonly criteria: readonly string[];
}

/** What each endpoint is held to, but for controls that do not apply to it: in the order of the controls. */
export function endpointControls({ controls, results }: Pick<ScanResult, "controls" | "results">): (endpoint: string) => readonly EndpointControl[] {
  const criteria = new Map(controls.map((control) => [control.id, control.criteria.map(({ id }) => id)]));
  const byEndpoint = Map.groupBy(results.filter(({ endpoint, status }) => endpoint !== undefined && status !== "not_applicable"), ({ endpoint }) => endpoint ?? "");
  return (endpoint) => (byEndpoint.get(endpoint) ?? []).map(({ control, status }) => ({ id: control, status, criteria: criteria.get(control) ?? [] }));
}
