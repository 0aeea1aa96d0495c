import { readFileSync } from "node:fs";
import type { ScanResult } from "@muster/contract";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

export type ParsedResult = { readonly status: "valid"; readonly result: ScanResult } | { readonly status: "invalid"; readonly reason: string };

const schemaFile = new URL("../../../../schemas/scan-result.schema.json", import.meta.url);
let validate: ValidateFunction<ScanResult> | undefined;

/**
 * Reads what `renderJson` wrote, from whoever hands it in: it is checked against `schemas/scan-result.schema.json`, and that
 * what it names is in it. The reason names the first place that is wrong.
 */
export function parseResult(text: string): ParsedResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { status: "invalid", reason: error instanceof Error ? error.message : String(error) };
  }
  validate ??= new Ajv2020().compile<ScanResult>(JSON.parse(readFileSync(schemaFile, "utf8")));
  if (!validate(value)) {
    const [first] = validate.errors ?? [];
    return { status: "invalid", reason: `${first?.instancePath ?? ""} ${first?.message ?? "is not valid"}`.trim() };
  }
  const dangling = firstDangling(value);
  return dangling === undefined ? { status: "valid", result: value } : { status: "invalid", reason: dangling };
}

/** What a schema cannot say: an id that is twice there, or names nothing. */
function firstDangling({ applications, endpoints, controls, rules, results, findings, waived }: ScanResult): string | undefined {
  const known = { application: setOf(applications.map(({ id }) => id)), endpoint: setOf(endpoints.map(({ id }) => id)), control: setOf(controls.map(({ id }) => id)), rule: setOf(rules.map(({ id }) => id)), finding: setOf([...findings, ...waived].map(({ fingerprint }) => fingerprint)) };
  const twice = Object.entries(known).find(([, ids]) => ids === undefined);
  if (twice !== undefined) return `two have the same id of ${twice[0]}`;
  const lost = (kind: keyof typeof known, ids: readonly (string | undefined)[]): string | undefined => {
    const id = ids.find((one) => one !== undefined && known[kind]?.has(one) !== true);
    return id === undefined ? undefined : `there is no ${kind} ${JSON.stringify(id.slice(0, 100))}`;
  };
  return (
    lost("application", endpoints.map(({ application }) => application)) ??
    lost("control", results.map(({ control }) => control)) ??
    lost("endpoint", [...results, ...findings, ...waived].map(({ endpoint }) => endpoint)) ??
    lost("rule", [...findings, ...waived].map(({ rule }) => rule))
  );
}

/** Undefined where one is twice there. */
function setOf(ids: readonly string[]): ReadonlySet<string> | undefined {
  const set = new Set(ids);
  return set.size === ids.length ? set : undefined;
}
