import { unknown } from "../values/make.ts";
import type { Place, Value } from "../values/value.ts";
import { getAttribute } from "./attributes.ts";
import type { Machine } from "./machine.ts";
import { external, memberOf, resolveImport } from "./modules.ts";
import { visiblePlace } from "./visible-place.ts";

/**
 * What a dotted text stands for (`"app.urls"`, `"app.views.ItemView"`), as frameworks import what settings and routes
 * name: a module, or what a module holds under the last names. It is looked for as from the repository's place that led here.
 */
export function importDotted(machine: Machine, dotted: string, place: Place): Value {
  const from = visiblePlace(machine, place);
  const path = dotted.replace(":", ".");
  const names = path.split(".");
  if (names.some((name) => !/^\w+$/.test(name))) return unknown(`${JSON.stringify(dotted)} is no dotted name`, from);
  for (let length = names.length; length > 0; length--) {
    const module = names.slice(0, length).join(".");
    const found = machine.index.resolve(module, from.module.path);
    // A folder without code is a namespace package only for what lies in it.
    if (!found || (found.kind === "folder" && length === names.length && length > 1)) continue;
    const [first, ...rest] = names.slice(length);
    if (first === undefined) return resolveImport(machine, { kind: "import", module, level: 0, place: from });
    if (found.kind === "folder") continue;
    let value = memberOf(machine, found, first, from, module);
    for (const name of rest) value = getAttribute(machine, value, name, from);
    return value;
  }
  return external(machine, path);
}
