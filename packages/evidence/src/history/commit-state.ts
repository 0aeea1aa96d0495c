import { deflateSync, inflateSync, constants } from "node:zlib";
import type { ControlStatus, Endpoint, Finding, Posture, ScanResult } from "@muster/contract";
import type { Digester } from "@muster/scanner";

/** What a history remembers of one commit. Plain data; sorted as results are. */
export interface CommitState {
  readonly status: ScanResult["status"];
  readonly applications: readonly { readonly id: string; readonly framework: string; readonly name: string }[];
  readonly endpoints: readonly StateEndpoint[];
  readonly findings: readonly StateFinding[];
  /** Controls, and for each of the `endpoints` and at last the repository a letter for each control. */
  readonly controls: readonly string[];
  readonly results: readonly string[];
}

export type StateEndpoint = Pick<Endpoint, "id" | "application" | "method" | "path"> & { readonly posture: Posture; readonly handler: Pick<Endpoint["handler"], "symbol" | "code"> };
export type StateFinding = Pick<Finding, "fingerprint" | "rule" | "severity" | "message" | "symbol" | "endpoint" | "code"> & { readonly path: string; readonly line: number };

const letters: Readonly<Record<ControlStatus, string>> = { pass: "p", fail: "f", not_applicable: "n", indeterminate: "i", error: "e" };
const statuses = new Map(Object.entries(letters).map(([status, letter]) => [letter, status as ControlStatus]));
/** Where a control says nothing of an endpoint, as it is one of the repository. */
const silent = "-";

/** The worst of what was said of the repository stands for it. */
const worstFirst: readonly ControlStatus[] = ["fail", "error", "indeterminate", "pass", "not_applicable"];

export function commitState({ status, applications, endpoints, findings, controls, results }: ScanResult): CommitState {
  const said = new Map<string, ControlStatus>();
  for (const { control, endpoint = "", status: one } of results) {
    const key = `${control} ${endpoint}`;
    const before = said.get(key);
    if (before === undefined || worstFirst.indexOf(one) < worstFirst.indexOf(before)) said.set(key, one);
  }
  const lettersOf = (endpoint: string): string =>
    controls
      .map(({ id }) => {
        const one = said.get(`${id} ${endpoint}`);
        return one === undefined ? silent : letters[one];
      })
      .join("");
  return {
    status,
    applications: applications.map(({ id, framework, name }) => ({ id, framework, name })),
    endpoints: endpoints.map(({ id, application, method, path, posture, handler: { symbol, code } }) => ({ id, application, method, path, posture, handler: { symbol, ...(code !== undefined && { code }) } })),
    findings: findings.map(({ fingerprint, rule, severity, message, symbol, endpoint, code, span: { path, line } }) => ({ fingerprint, rule, severity, message, symbol, ...(endpoint !== undefined && { endpoint }), ...(code !== undefined && { code }), path, line })),
    controls: controls.map(({ id }) => id),
    results: [...endpoints.map(({ id }) => lettersOf(id)), lettersOf("")],
  };
}

/** The result of a control on an endpoint by its place, or on the repository where that is the number of endpoints. */
export function statusAt({ results }: CommitState, endpoint: number, control: number): ControlStatus | undefined {
  return statuses.get(results[endpoint]?.[control] ?? silent);
}

/** Keeps states of commits for later runs. */
export const stateDigester: Digester<CommitState> = {
  name: "commit-state 1",
  of: commitState,
  encode: (state) => deflateSync(JSON.stringify(state), { level: constants.Z_BEST_SPEED }),
  /** The cache has checked that these are the bytes that were encoded. */
  decode: (bytes) => JSON.parse(inflateSync(bytes).toString("utf8")),
};
