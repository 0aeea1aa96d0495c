import { isLibrary, knownText, pathFrom, textOf, visiblePlace, type Machine, type NativeCall, type Place, type Value } from "@muster/python";
import { reasonOf } from "@muster/web";
import { nodeOfValue } from "./node-of-value.ts";
import type { Located } from "./specification.ts";

/** `pending`: it is asked for, and evaluation will be repeated. */
export type FoundSpecification = { readonly status: "found"; readonly root: Located } | { readonly status: "pending" } | { readonly status: "lost"; readonly reason: string };

/** What `add_api(specification)` names: a file below the application's folder of specifications, or what code made itself. */
export function findSpecification(call: NativeCall, importName: Value | undefined, folder: Value | undefined, specification: Value): FoundSpecification {
  if (specification.kind === "dict") {
    const node = nodeOfValue(specification);
    return { status: "found", root: { node, document: undefined } };
  }
  const name = knownText(textOf(specification));
  const inside = folder === undefined ? "" : knownText(textOf(folder));
  if (name === undefined) return { status: "lost", reason: `which specification this is, is not known: ${reasonOf(specification)}` };
  if (inside === undefined) return { status: "lost", reason: `in which folder ${name} lies is not known: ${folder ? reasonOf(folder) : ""}` };
  if (/^https?:/.test(name)) return { status: "lost", reason: `the specification is fetched from ${name}` };
  const root = rootOf(call.machine, importName, visiblePlace(call.machine, call.place));
  const reasons: string[] = [];
  let pending = false;
  // What is derived from `__file__` is relative to the scanned folder already.
  const candidates = [pathFrom(root, `${inside}/${name}`.replace(/^\//, "")), pathFrom("", `${inside}/${name}`.replace(/^\//, "")), pathFrom("", name)];
  for (const path of new Set(candidates)) {
    if (path === undefined) continue;
    const state = call.machine.document(path);
    if (state.status === "known") return { status: "found", root: { node: state.document.root, document: state.document } };
    if (state.status === "pending") pending = true;
    if (state.status === "failed") reasons.push(state.reason);
  }
  if (pending) return { status: "pending" };
  return { status: "lost", reason: reasons[0] ?? `${[...new Set(candidates)].find((path) => path !== undefined) ?? name} is not there` };
}

/** The folder of the module that an application is named for; of the module that makes it where the name says nothing. */
function rootOf(machine: Machine, importName: Value | undefined, place: Place): string {
  const name = knownText(importName);
  const found = name === undefined || name === "__main__" ? undefined : machine.index.resolve(name, place.module.path);
  const path = found?.kind === "file" && !isLibrary(found.path) ? found.path : found?.kind === "folder" ? `${found.folder}/` : place.module.path;
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
