import { knownText, native, pathFrom, runModule, sequence, textOf, visiblePlace, type Machine, type Module, type NativeCall, type Value } from "@muster/python";

/** django-split-settings: files that run one after the other, with the names of the module that includes them. */
export function splitSettings(): readonly (readonly [string, Value])[] {
  return [
    ["split_settings.tools.include", native("split_settings.tools.include", include)],
    ["split_settings.tools.optional", native("split_settings.tools.optional", (call) => sequence("tuple", call.args.positional))],
  ];
}

/** `include("base.py", "components/*.py", optional("local.py"))`: paths are relative to the including file. */
function include(call: NativeCall): Value {
  const { machine } = call;
  const { module } = visiblePlace(machine, call.place);
  const folder = module.path.includes("/") ? module.path.slice(0, module.path.lastIndexOf("/")) : "";
  for (const given of call.args.positional) {
    // What `optional` made: a file that need not be there is mostly one that is not.
    const inner = given.kind === "tuple" ? given.items[0]?.value : given;
    const text = inner && knownText(textOf(inner));
    const path = text === undefined ? undefined : pathFrom(folder, text);
    if (path === undefined) continue;
    for (const one of filesAt(machine, path)) if (given.kind !== "tuple" || isThere(machine, one)) runInside(machine, module, one);
  }
  return sequence("list", []);
}

function isThere(machine: Machine, path: string): boolean {
  const cut = path.lastIndexOf("/");
  return machine.index.children(path.slice(0, Math.max(0, cut))).some((child) => !child.isPackage && `${child.name}.py` === path.slice(cut + 1));
}

/** The file of a path, or those that a pattern of the last piece fits, sorted. */
function filesAt(machine: Machine, path: string): readonly string[] {
  if (!path.includes("*")) return [path];
  const cut = path.lastIndexOf("/");
  const [folder, last] = [path.slice(0, Math.max(0, cut)), path.slice(cut + 1)];
  if (folder.includes("*")) return [];
  const pieces = last.split("*");
  const fits = (name: string): boolean => name.startsWith(pieces[0] ?? "") && name.endsWith(pieces.at(-1) ?? "");
  return machine.index.children(folder).filter((child) => !child.isPackage && fits(`${child.name}.py`)).map((child) => `${folder === "" ? "" : `${folder}/`}${child.name}.py`).sort();
}

function runInside(machine: Machine, outer: Module, path: string): void {
  const included = machine.module(path);
  if (!included || included === outer) return;
  if (included.state === "new") {
    for (const [name, value] of outer.scope.vars) if (!isOfModule(name)) included.scope.vars.set(name, value);
    runModule(machine, included);
  }
  for (const [name, value] of included.scope.vars) if (!isOfModule(name)) outer.scope.vars.set(name, value);
  if (included.scope.stars) outer.scope.stars = [...(outer.scope.stars ?? []), ...included.scope.stars];
}

/** What every module has of its own. */
function isOfModule(name: string): boolean {
  return name === "__name__" || name === "__file__" || name === "__path__" || name === "__package__";
}
