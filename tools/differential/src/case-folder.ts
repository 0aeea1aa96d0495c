import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Sources } from "@muster/plugin-tester/sources";
import type { ServedRow } from "./served-row.ts";

const casesFolder = path.resolve(import.meta.dirname, "../../../test/generated");

/** An application that Muster once got wrong, and what its framework serves. */
export interface GeneratedCase {
  readonly framework: string;
  readonly name: string;
  readonly application: string;
  readonly sources: Sources;
  readonly served: readonly ServedRow[];
}

/** Writes the files of an application below a folder. */
export function writeSources(folder: string, sources: Sources): void {
  for (const [name, text] of Object.entries(sources)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Keeps a case for the tests that replay them without Python; yields its folder. */
export function writeCase(framework: string, application: string, sources: Sources, served: readonly ServedRow[]): string {
  const name = createHash("sha256").update(JSON.stringify(sources)).digest("hex").slice(0, 8);
  const folder = path.join(casesFolder, framework, name);
  writeSources(folder, sources);
  writeFileSync(path.join(folder, "expected.json"), `${JSON.stringify({ application, served }, undefined, 2)}\n`);
  return folder;
}

export function readCases(): GeneratedCase[] {
  return foldersIn(casesFolder).flatMap((framework) => foldersIn(path.join(casesFolder, framework)).map((name) => readCase(framework, name)));
}

function readCase(framework: string, name: string): GeneratedCase {
  const folder = path.join(casesFolder, framework, name);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.(py|yml|yaml|json)$/.test(file) && file !== "expected.json" && file !== "oracle.json").sort();
  const { application, served } = JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8")) as Pick<GeneratedCase, "application" | "served">;
  return { framework, name, application, served, sources: Object.fromEntries(files.map((file) => [file.replaceAll(path.sep, "/"), readFileSync(path.join(folder, file), "utf8")])) };
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}
