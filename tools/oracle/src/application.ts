import { execFileSync } from "node:child_process";
import path from "node:path";

/** One endpoint as the framework lists it and as calling it showed it. The page of the tool says what each field means. */
export interface Row {
  readonly method: string;
  readonly path: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly secured: boolean | null;
  readonly implied?: true;
  readonly host?: string;
  readonly note?: string;
  readonly when?: Readonly<Record<string, string>>;
}

/** Goes on a Python's module path: holds the package `muster_oracle`. */
export const oracleModules: string = import.meta.dirname;

/** Imports the application with its framework and asks it. */
export function describeApplication(python: string, folder: string, variables: Readonly<Record<string, string>>): Row[] {
  const out = execFileSync(python, ["-m", "muster_oracle", path.join(folder, "oracle.json")], {
    encoding: "utf8",
    env: { ...process.env, ...variables, PYTHONPATH: oracleModules, PYTHONDONTWRITEBYTECODE: "1", PYTHONHASHSEED: "0" },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(out) as Row[];
}
