import { elementsOf, knownText, truthOf, unknown, type NativeCall, type Value } from "@muster/python";
import type { Attached } from "../route-record.ts";

/** An argument by keyword alone, or by position too. */
export function keyword(call: NativeCall, name: string): Value | undefined {
  return call.args.keywords.get(name);
}

export function flag(call: NativeCall, name: string, fallback: boolean): boolean {
  const value = keyword(call, name);
  const truth = value && truthOf(call.machine, value);
  return truth ?? fallback;
}

export function texts(call: NativeCall, value: Value | undefined): string[] {
  if (!value || (value.kind === "const" && value.value === null)) return [];
  return elementsOf(call.machine, value, call.place).items.map((item) => knownText(item.value)).filter((text) => text !== undefined);
}

/** `dependencies=[Depends(a), Depends(b)]`. */
export function attached(call: NativeCall, value: Value | undefined): Attached[] {
  if (!value || (value.kind === "const" && value.value === null)) return [];
  if (value.kind === "union") return oneOf(value.options.map((option) => attached(call, option)));
  const { items, open } = elementsOf(call.machine, value, call.place);
  const all = items.flatMap((item): Attached[] => {
    const conditions = item.when && { conditions: item.when };
    if (item.value.kind === "union") return item.value.options.map((option) => ({ value: option, place: placeOf(call, option), maybe: severalLists, ...conditions }));
    return [{ value: item.value, place: placeOf(call, item.value), ...conditions }];
  });
  if (open !== undefined && !all.some((one) => one.value.kind === "symbolic")) all.push({ value: unknown(`the list of dependencies is not known whole: ${open}`, call.place), place: call.place });
  return all;
}

const severalLists = "which dependencies are attached here depends on a condition";

/** One of several lists is used: what is in all of them is certain. */
function oneOf(lists: readonly (readonly Attached[])[]): Attached[] {
  const all = new Map(lists.flat().map((one) => [one.value, one]));
  return [...all.values()].map((one) => (lists.every((list) => list.some((other) => other.value === one.value)) ? one : { ...one, maybe: severalLists }));
}

function placeOf(call: NativeCall, value: Value): Attached["place"] {
  return value.kind === "instance" ? value.place : call.place;
}
