import type { ObservedCall, WrittenArgument } from "@muster/contract";
import type { Arg } from "../syntax.ts";
import { spanOfPlace } from "../values/term.ts";
import type { Place } from "../values/value.ts";
import { callAt } from "./call-places.ts";
import { resultKeys } from "./result-keys.ts";

/** The arguments of a call as the code writes them, and what becomes of its result; empty where there is no call of that extent. */
export function writtenCall(place: Place): Pick<ObservedCall, "written" | "resultKeys"> {
  const call = callAt(place.module.summary, place.s, place.e);
  if (!call) return {};
  const last = call.a.at(-1);
  const keys = resultKeys(place.module.summary, call);
  const end = last ? last.v.e : call.e - 1;
  return { written: { arguments: call.a.map((arg) => writtenArgument(arg, place)), end: spanOfPlace({ module: place.module, s: end, e: end }) }, ...(keys && { resultKeys: keys }) };
}

function writtenArgument({ v, n }: Arg, { module }: Place): WrittenArgument {
  return { span: spanOfPlace({ module, s: v.s, e: v.e }), ...(n !== undefined && { name: n }), ...(v.k === "const" && { literal: v.v }) };
}
