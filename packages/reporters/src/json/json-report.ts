import type { ScanResult } from "@muster/contract";
import { compareKeys } from "./key-order.ts";

/**
 * The result itself, as `schemas/scan-result.schema.json` describes it. The order of keys does not depend on how the
 * result came about, so equal results give equal bytes. Ends with a line break.
 */
export function renderJson(result: ScanResult): string {
  return `${JSON.stringify(ordered(result), undefined, 1)}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => compareKeys(a, b));
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]));
}
