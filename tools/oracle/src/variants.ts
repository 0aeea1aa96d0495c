import type { Row } from "./application.ts";
import { compareRows, keyOf } from "./row-order.ts";

/** The rows of the plain environment, and those that appear under each variant, marked with it. */
export function withVariants(describe: (variables: Readonly<Record<string, string>>) => Row[], variants: readonly Readonly<Record<string, string>>[]): Row[] {
  const rows = describe({});
  const known = new Set(rows.map(keyOf));
  for (const when of variants) {
    for (const row of describe(when)) {
      if (known.has(keyOf(row))) continue;
      known.add(keyOf(row));
      rows.push({ ...row, when });
    }
  }
  return rows.sort(compareRows);
}
