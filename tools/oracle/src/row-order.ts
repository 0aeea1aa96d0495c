import type { Row } from "./application.ts";

/** What tells rows apart. */
export function keyOf(row: Row): string {
  return [row.path, row.method, row.host ?? ""].join(" ");
}

export function compareRows(a: Row, b: Row): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
