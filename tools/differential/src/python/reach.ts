import { parentOf, type PythonModule, type PythonProject } from "./project.ts";

/** Ways in which one module gets at a name of another. */
export const reaches = ["from", "alias", "module", "module alias", "package", "relative", "re-export", "star", "function", "importlib", "try", "chain"] as const;
export type Reach = (typeof reaches)[number];

/** Adds to `from` what it takes to reach `name` of `target`; yields the expression that stands for it. */
export function reachName(project: PythonProject, way: Reach, from: PythonModule, target: PythonModule, name: string, depth = 0): string {
  if (from === target) return name;
  const alias = project.unique("taken");
  const last = target.name.slice(target.name.lastIndexOf(".") + 1);
  const add = (text: string): void => from.add(text, depth);
  switch (way) {
    case "from":
      add(`from ${target.name} import ${name}`);
      return name;
    case "alias":
      add(`from ${target.name} import ${name} as ${alias}`);
      return alias;
    case "module":
      add(`import ${target.name}`);
      return `${target.name}.${name}`;
    case "module alias":
      add(`import ${target.name} as ${alias}`);
      return `${alias}.${name}`;
    case "package":
      if (parentOf(target.name) === "") return reachName(project, "module", from, target, name, depth);
      add(`from ${parentOf(target.name)} import ${last}`);
      return `${last}.${name}`;
    case "relative":
      if (parentOf(from.name) === "" || parentOf(from.name) !== parentOf(target.name)) return reachName(project, "from", from, target, name, depth);
      add(`from .${last} import ${name}`);
      return name;
    case "re-export":
      return reachName(project, "from", from, shelf(project, `from ${target.name} import ${name} as ${alias}\n__all__ = ["${alias}"]`), alias, depth);
    case "star":
      return reachName(project, "from", from, shelf(project, `from ${target.name} import *`), name, depth);
    case "chain":
      return reachName(project, "module alias", from, shelf(project, `from ${shelf(project, `from ${target.name} import ${name}`).name} import ${name} as ${alias}`), alias, depth);
    case "function":
      add(`def ${alias}():\n    from ${target.name} import ${name}\n    return ${name}`);
      return `${alias}()`;
    case "importlib":
      add(`import importlib\n${alias} = importlib.import_module("${target.name}")`);
      return `${alias}.${name}`;
    case "try":
      add(`try:\n    from ${target.name} import ${name}\nexcept ImportError:\n    ${name} = None`);
      return name;
    default:
      return way satisfies never;
  }
}

/** A package whose `__init__` hands on what others define. Nothing but the importing module names it, so that no circle arises. */
function shelf(project: PythonProject, text: string): PythonModule {
  const module = project.module(`${project.unique("shelf")}`);
  module.add(text);
  return module;
}
