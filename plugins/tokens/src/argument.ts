import type { ObservedCall, Term } from "@muster/contract";

/** The argument at a position or of a name; a position that no call has for one that is given by name alone. */
export function argument(call: Pick<ObservedCall, "args" | "keywords">, position: number, name: string): Term | undefined {
  return call.keywords.find((keyword) => keyword.name === name)?.value ?? call.args[position];
}
