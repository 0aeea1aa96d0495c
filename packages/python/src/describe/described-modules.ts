import type { Descriptions, GuardDescription, RouterDescription } from "./descriptions.ts";

/** One described thing in the text that stands for its module. */
export interface DescribedLines {
  /** First line, from 1; the last is before the next one's first. */
  readonly line: number;
  /** What a proof that rests on it says. */
  readonly says: string;
}

export interface DescribedModule {
  readonly text: string;
  /** In the order of lines. */
  readonly lines: readonly DescribedLines[];
}

/**
 * What is described, as the library modules that would say it: evaluation then needs to know nothing of descriptions. By
 * dotted module name.
 */
export function describedModules({ guards, routers }: Descriptions): ReadonlyMap<string, DescribedModule> {
  const modules = new Map<string, { text: string; lines: DescribedLines[] }>();
  const add = ({ name, reason }: GuardDescription | RouterDescription, code: (own: string) => string): void => {
    const cut = name.lastIndexOf(".");
    const module = modules.get(name.slice(0, cut)) ?? { text: head, lines: [] };
    modules.set(name.slice(0, cut), module);
    module.lines.push({ line: module.text.split("\n").length, says: `${name} is described in the configuration and was not followed: ${reason}` });
    module.text += `\n\n${code(name.slice(cut + 1))}`;
  };
  for (const guard of guards) add(guard, (own) => guardCode(own, guard));
  for (const router of routers) add(router, (own) => routerCode(own, router));
  return modules;
}

const head = "from functools import wraps\nfrom muster import caller, refuse, stranger\n";

function guardCode(name: string, { form, credential = "custom", status = 401 }: GuardDescription): string {
  const kind = JSON.stringify(credential);
  const decorator = (indent: string): string =>
    [`@wraps(function)`, `def guarded(*args, **kwargs):`, `    if stranger(${kind}):`, `        refuse(${status})`, `    return function(*args, **kwargs)`, ``, `return guarded`].map((line) => indent + line).join("\n");
  switch (form) {
    case "call":
      return `def ${name}(*args, **kwargs):\n    if stranger(${kind}):\n        refuse(${status})\n    return caller(${kind})\n`;
    case "decorator":
      return `def ${name}(function):\n${decorator("    ")}\n`;
    case "decorator-factory":
      return `def ${name}(*options, **named):\n    def decorate(function):\n${decorator("        ")}\n\n    return decorate\n`;
    case "permission":
      return `class ${name}:\n    def has_permission(self, request, view):\n        return not stranger(${kind})\n\n    def has_object_permission(self, request, view, obj):\n        return not stranger(${kind})\n`;
    default:
      return form satisfies never;
  }
}

function routerCode(name: string, { like }: RouterDescription): string {
  const cut = like.lastIndexOf(".");
  return `from ${like.slice(0, cut)} import ${like.slice(cut + 1)} as ${name}\n`;
}
