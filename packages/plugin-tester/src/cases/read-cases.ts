import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { compareText } from "@muster/contract";
import { FixtureError, joined, type CaseFile, type FixtureCase } from "./fixture-case.ts";

/** Every file directly in the folder is a case, and so is every folder with all that lies below it. */
export function readCases(folder: string): FixtureCase[] {
  if (!existsSync(folder)) return [];
  return entriesOf(folder).map((entry) => {
    const place = path.join(folder, entry);
    const files = statSync(place).isDirectory() ? readTree(place) : [readFile(folder, entry)];
    if (files.length === 0) throw new FixtureError(`The case ${place} holds no file. Put one there, or remove the folder.`);
    return { name: entry, files };
  });
}

/** All files below a folder, sorted by path. */
export function readTree(folder: string): CaseFile[] {
  const paths: string[] = [];
  const visit = (below: string): void => {
    for (const entry of entriesOf(path.join(folder, below))) {
      const inner = below === "" ? entry : `${below}/${entry}`;
      if (statSync(path.join(folder, inner)).isDirectory()) visit(inner);
      else paths.push(inner);
    }
  };
  visit("");
  return paths.sort(compareText).map((file) => readFile(folder, file));
}

function readFile(folder: string, file: string): CaseFile {
  return { path: file, text: joined(readFileSync(path.join(folder, file), "utf8")) };
}

function entriesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((entry) => entry !== "__pycache__" && entry !== ".DS_Store")
    .sort(compareText);
}
