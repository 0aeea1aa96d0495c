import { readFileSync } from "node:fs";

/** What `oracle.json` says to this half of the tool; the Python half reads the rest itself. */
export interface OracleConfig {
  readonly requirements: { readonly current: string; readonly older?: string };
  /** Environments under which the application serves more. */
  readonly variants: readonly Readonly<Record<string, string>>[];
}

export function readOracleConfig(file: string): OracleConfig {
  const { requirements, variants = [] } = JSON.parse(readFileSync(file, "utf8")) as Partial<OracleConfig>;
  if (typeof requirements?.current !== "string") throw new Error(`${file}: \`requirements.current\` must name a requirements file.`);
  return { requirements, variants };
}
