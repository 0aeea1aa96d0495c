import { readFileSync } from "node:fs";

/** One endpoint of an application's golden file, as the framework itself lists it and as calling it showed it. */
export interface GoldenRow {
  readonly method: string;
  readonly path: string;
  readonly name: string;
  readonly hidden: boolean;
  /** Null where calling could not tell. */
  readonly secured: boolean | null;
  /** HEAD that the framework adds beside GET: it may be listed, and need not be. */
  readonly implied?: true;
  /** Served only in this environment: it must be listed with its condition. */
  readonly when?: Readonly<Record<string, string>>;
}

export function readGolden(file: string): GoldenRow[] {
  return JSON.parse(readFileSync(file, "utf8")) as GoldenRow[];
}
