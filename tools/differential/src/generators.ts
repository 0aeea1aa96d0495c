import { readdirSync } from "node:fs";
import path from "node:path";
import type { ApplicationGenerator } from "./generator.ts";

/** The generators of all frameworks, by name: one module of the folder each. */
export async function loadGenerators(): Promise<ApplicationGenerator[]> {
  const folder = path.join(import.meta.dirname, "frameworks");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts")).sort();
  return Promise.all(
    files.map(async (name) => {
      const { generator } = (await import(/* @vite-ignore */ path.join(folder, name))) as { readonly generator?: ApplicationGenerator };
      if (generator === undefined) throw new Error(`${name} exports no \`generator\`. Export what \`defineGenerator\` makes under that name.`);
      return generator;
    }),
  );
}

/** Those that were asked for by name, and all where none was. */
export function named(generators: readonly ApplicationGenerator[], names: readonly string[] | undefined): readonly ApplicationGenerator[] {
  if (names === undefined) return generators;
  const missing = names.filter((name) => generators.every((generator) => generator.name !== name));
  if (missing.length > 0) throw new Error(`There is no generator ${missing.join(", ")}. Name one of ${generators.map(({ name }) => name).join(", ")}.`);
  return generators.filter(({ name }) => names.includes(name));
}
