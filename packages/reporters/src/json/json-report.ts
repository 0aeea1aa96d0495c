import type { ScanResult } from "@muster/contract";
import type { ScanDiff } from "../diff/scan-diff.ts";
import { compareKeys } from "./key-order.ts";

/**
 * The result itself, as `schemas/scan-result.schema.json` (of a diff `schemas/scan-diff.schema.json`) describes it. The order of keys does not depend on how the
 * result came about, so equal results give equal bytes. Ends with a line break.
 */
export function renderJson(result: ScanResult | ScanDiff): string {
  const orders = new Map<string, readonly string[]>();
  return `${JSON.stringify(ordered(result, orders), undefined, 1)}\n`;
}

/** @param orders The order of keys of each shape met so far: there are few shapes, and many objects. */
function ordered(value: unknown, orders: Map<string, readonly string[]>): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, orders));
  if (typeof value !== "object" || value === null) return value;
  const given = Object.keys(value);
  const shape = given.join("\n");
  let keys = orders.get(shape);
  if (keys === undefined) orders.set(shape, (keys = given.toSorted(compareKeys)));
  const source: { readonly [key: string]: unknown } = { ...value };
  const copy: { [key: string]: unknown } = {};
  for (const key of keys) copy[key] = ordered(source[key], orders);
  return copy;
}
