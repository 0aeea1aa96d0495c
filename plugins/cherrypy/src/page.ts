import { constant, emptyDict, sequence, symbolic, label, type FunctionValue, type NativeCall, type Value } from "@muster/python";
import { callee } from "@muster/web";

/** What a page takes by position: names that have to be there, names with a default, and the name of what takes all the rest. */
export function positional(call: NativeCall): Value {
  const page = call.get(0);
  const fn = page && callee(page);
  if (!page || !fn) return sequence("tuple", [sequence("list", []), sequence("list", []), sequence("list", [])]);
  const own = parameters(page, fn);
  const plain = own.filter((param) => param.kind === "pos" || param.kind === "any");
  const names = (wanted: boolean): Value => sequence("list", plain.filter((param) => fn.defaults.has(param.n) === wanted).map((param) => constant(param.n)));
  return sequence("tuple", [names(false), names(true), sequence("list", own.filter((param) => param.kind === "var").map((param) => constant(param.n)))]);
}

/** What a page takes that is not of the path: from the query or a form. */
export function queried(call: NativeCall): Value {
  const [page, taken] = [call.get(0), call.get(1)];
  const fn = page && callee(page);
  const out = emptyDict();
  if (!page || !fn) return out;
  const first = taken?.kind === "list" ? taken.items.length : 0;
  for (const param of parameters(page, fn).slice(first)) {
    if (param.kind === "var" || param.kind === "kwvar") continue;
    out.entries.set(`s:${param.n}`, { key: constant(param.n), value: symbolic({ kind: "input", source: "query", name: param.n }, { labels: label.input, place: call.place }) });
  }
  return out;
}

function parameters(page: Value, fn: FunctionValue): FunctionValue["params"] {
  return page.kind === "function" && fn.owner === undefined ? fn.params : fn.params.slice(1);
}
