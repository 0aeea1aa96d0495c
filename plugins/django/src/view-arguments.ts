import { type Value } from "@muster/python";
import { pathNames, pathParameter } from "@muster/web";
import type { UrlEntry } from "./url-table.ts";

/** What a pattern hands on: named parts of the path and, where it has none, the unnamed ones in order; and its own arguments. */
export function viewArguments({ path, kwargs, place }: UrlEntry): { readonly positional: readonly Value[]; readonly keywords: ReadonlyMap<string, Value> } {
  const names = pathNames(path).filter((name) => name !== "?");
  const captured = names.filter((name) => name !== "var");
  const positional = captured.length > 0 ? [] : names;
  const input = (name: string): Value => pathParameter(name, place);
  return { positional: positional.map(input), keywords: new Map<string, Value>([...captured.map((name): [string, Value] => [name, input(name)]), ...kwargs]) };
}
