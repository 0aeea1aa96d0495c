import type { Row } from "./application.ts";
import { compareRows, keyOf } from "./row-order.ts";

/**
 * The rows of the plain environment, and those that appear under a variant, marked with it. What is secured in one
 * environment and open in another is neither.
 */
export function withVariants(describe: (variables: Readonly<Record<string, string>>) => Row[], variants: readonly Readonly<Record<string, string>>[]): Row[] {
  const rows = new Map(describe({}).map((row) => [keyOf(row), row]));
  for (const when of variants) {
    for (const row of describe(when)) {
      const plain = rows.get(keyOf(row));
      if (plain === undefined) rows.set(keyOf(row), { ...row, when });
      else if (plain.secured !== row.secured && plain.secured !== null) rows.set(keyOf(row), { ...plain, secured: null, note: `depends on the environment: ${JSON.stringify(when)} changes it` });
    }
  }
  return [...rows.values()].sort(compareRows);
}
