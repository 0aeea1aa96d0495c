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
  const { items, open } = elementsOf(call.machine, value, call.place);
  const all = items.map((item): Attached => ({ value: item.value, place: item.value.kind === "instance" ? item.value.place : call.place }));
  if (open !== undefined && !all.some((one) => one.value.kind === "symbolic")) all.push({ value: unknown(`the list of dependencies is not known whole: ${open}`, call.place), place: call.place });
  return all;
}
