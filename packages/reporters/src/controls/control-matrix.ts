import type { Control, ControlResult, ControlStatus, Endpoint, ScanResult } from "@muster/contract";
import { statusLooks } from "./control-status.ts";

/** The control results of a scan as a table: a row for each endpoint, a column for each control that is decided by endpoint. */
export interface ControlMatrix {
  readonly columns: readonly Control[];
  /** In the order of the result's endpoints; each has one cell for each column, in the order of the columns. */
  readonly rows: readonly MatrixRow[];
  /** Results of the repository as a whole, in the order of the controls. */
  readonly repository: readonly { readonly control: Control; readonly results: readonly ControlResult[] }[];
  /** Every control with how often each status was given: of endpoints where it has any, else of the repository. */
  readonly tallies: readonly { readonly control: Control; readonly counts: ReadonlyMap<ControlStatus, number> }[];
}

export interface MatrixRow {
  readonly endpoint: Endpoint;
  readonly cells: readonly ControlResult[];
}

export function controlMatrix({ controls, endpoints, results }: Pick<ScanResult, "controls" | "endpoints" | "results">): ControlMatrix {
  const byControl = Map.groupBy(results, (result) => result.control);
  const cells = new Map(results.flatMap((result) => (result.endpoint === undefined ? [] : [[`${result.control} ${result.endpoint}`, result] as const])));
  const columns = controls.filter((control) => control.scope === "endpoint" || byControl.get(control.id)?.some((result) => result.endpoint !== undefined));
  return {
    columns,
    rows: endpoints.map((endpoint) => ({ endpoint, cells: columns.map(({ id }) => cells.get(`${id} ${endpoint.id}`) ?? missing(id, endpoint.id)) })),
    repository: controls.flatMap((control) => {
      const own = (byControl.get(control.id) ?? []).filter((result) => result.endpoint === undefined);
      return own.length === 0 ? [] : [{ control, results: own }];
    }),
    tallies: controls.map((control) => ({ control, counts: countStatuses(countedResults(byControl.get(control.id) ?? [])) })),
  };
}

/** Whether a row has something that a person must look at. */
export function isOpen({ cells }: MatrixRow): boolean {
  return cells.some(({ status }) => status === "fail" || status === "indeterminate" || status === "error");
}

/** Results of older versions, and of other tools, may lack a cell: it is never taken for a good one. */
function missing(control: string, endpoint: string): ControlResult {
  return { control, endpoint, status: "indeterminate", reason: "The result holds nothing of it.", proof: [] };
}

function countedResults(results: readonly ControlResult[]): readonly ControlResult[] {
  const ofEndpoints = results.filter((result) => result.endpoint !== undefined);
  return ofEndpoints.length > 0 ? ofEndpoints : results;
}

function countStatuses(results: readonly ControlResult[]): ReadonlyMap<ControlStatus, number> {
  const counts = new Map(statusLooks.map(({ status }) => [status, 0]));
  for (const { status } of results) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
