import { reachName } from "./reach.ts";
import type { PythonModule, PythonProject } from "./project.ts";

/** Ways to write a text. */
export const textForms = ["literal", "constant", "f-string", "sum", "percent", "format", "join", "class attribute", "imported", "dictionary", "environment default", "choice", "function", "strip"] as const;
export type TextForm = (typeof textForms)[number];

/** A text and how it is written. */
export type Text = { readonly text: string; readonly written: TextForm };

/** An expression for a text; what it needs is added to the module first, `depth` levels in. */
export function textExpression(project: PythonProject, module: PythonModule, { text, written }: Text, depth = 0): string {
  const name = project.unique("TEXT");
  const half = Math.floor(text.length / 2);
  const [left, right] = [quoted(text.slice(0, half)), quoted(text.slice(half))];
  const add = (line: string): void => module.add(line, depth);
  switch (written) {
    case "literal":
      return quoted(text);
    case "constant":
      add(`${name} = ${quoted(text)}`);
      return name;
    case "f-string":
      add(`${name} = ${left}`);
      return `f"{${name}}${text.slice(half).replaceAll("{", "{{").replaceAll("}", "}}")}"`;
    case "sum":
      add(`${name} = ${left}`);
      return `${name} + ${right}`;
    case "percent":
      return `"%s%s" % (${left}, ${right})`;
    case "format":
      return `"{}{end}".format(${left}, end=${right})`;
    case "join":
      return `"/".join([${text.split("/").map(quoted).join(", ")}])`;
    case "class attribute":
      add(`class ${name}:\n    value = ${quoted(text)}`);
      return `${name}.value`;
    case "imported": {
      const constants = project.module(project.unique("constants"));
      constants.add(`${name} = ${quoted(text)}`);
      return reachName(project, "from", module, constants, name, depth);
    }
    case "dictionary":
      add(`${name} = {"other": "/other", "this": ${quoted(text)}}`);
      return `${name}["this"]`;
    case "environment default":
      module.head("import os");
      return `os.environ.get("${name}", ${quoted(text)})`;
    case "choice":
      return `(${quoted(text)} if True else "/other")`;
    case "function":
      add(`def ${name}(end, start=${left}):\n    return start + end`);
      return `${name}(${right})`;
    case "strip":
      return text.startsWith("/") && !text.endsWith("/") ? `"/" + "${text}/".strip("/")` : quoted(text);
    default:
      return written satisfies never;
  }
}

export function quoted(text: string): string {
  return JSON.stringify(text);
}
