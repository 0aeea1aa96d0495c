import type { Control, ControlResult, ControlStatus, Endpoint } from "@muster/contract";

export interface CompleteResultsInput {
  readonly controls: readonly Control[];
  /** Ids of the controls that a plugin decides. */
  readonly decided: ReadonlySet<string>;
  readonly endpoints: readonly Pick<Endpoint, "id">[];
  /** What judges said. */
  readonly results: readonly ControlResult[];
  /** One for each judge that failed: of its control, and of no endpoint. */
  readonly errors: readonly ControlResult[];
}

/** Of what several judges say of one endpoint the first of these holds. */
const worstFirst: readonly ControlStatus[] = ["fail", "error", "indeterminate", "pass", "not_applicable"];

/**
 * One result for every control and endpoint, and at least one of the repository for each control that is decided of it.
 * What no judge spoke of is there with the reason: a missing line would read as a clean one.
 */
export function completeResults({ controls, decided, endpoints, results, errors }: CompleteResultsInput): ControlResult[] {
  const said = Map.groupBy(results, (result) => result.control);
  const failed = Map.groupBy(errors, (error) => error.control);
  return controls.flatMap((control) => {
    const own = said.get(control.id) ?? [];
    const lost = failed.get(control.id) ?? [];
    const absent: ControlResult = { control: control.id, status: "indeterminate", reason: decided.has(control.id) ? "Its judge said nothing of this." : "No plugin of this scan decides it.", proof: [] };
    const ofRepository = [...own.filter((result) => result.endpoint === undefined), ...lost];
    const byEndpoint = Map.groupBy(own, (result) => result.endpoint ?? "");
    byEndpoint.delete("");
    if (control.scope === "repository" && byEndpoint.size === 0) return ofRepository.length > 0 ? ofRepository : [absent];
    const ofEndpoints = endpoints.map(({ id }): ControlResult => {
      const candidates = [...(byEndpoint.get(id) ?? []), ...lost.map((error) => ({ ...error, endpoint: id }))];
      return worstOf(candidates) ?? { ...absent, endpoint: id };
    });
    return [...ofRepository, ...ofEndpoints];
  });
}

/** The first of the worst ones, so that equal input gives equal output. */
function worstOf(results: readonly ControlResult[]): ControlResult | undefined {
  return results.toSorted((a, b) => worstFirst.indexOf(a.status) - worstFirst.indexOf(b.status))[0];
}
