/** A path template without the names of its parameters and without a slash at its end: `/items/{}`. Frameworks redirect between the two. */
export function templateKey(path: string): string {
  const key = path.replaceAll(/\{[^{}]*\}/g, "{}").replace(/\/+$/, "");
  return key === "" ? "/" : key;
}

export function joinedPath(prefix: string, path: string): string {
  return `${prefix.replace(/\/+$/, "")}${path}`;
}

const rest = /^\{(?:[^{}]*(?:path|rest|tail|file|url|match|subpath|slug|all|any)[^{}]*|\.\.\.|_|p)\}$/i;

/**
 * Whether requests for a documented path may be answered by a template of the code that is another: a parameter takes what the document
 * writes out, and one at the end that is called like a path may take all below it.
 */
export function mayAnswer(template: string, documented: string): boolean {
  const [own, asked] = [segments(template), segments(documented)];
  const last = own.at(-1);
  if (last !== undefined && rest.test(last) && asked.length >= own.length - 1) return own.slice(0, -1).every((segment, at) => takes(segment, asked[at] ?? ""));
  return own.length === asked.length && own.every((segment, at) => takes(segment, asked[at] ?? ""));
}

function takes(own: string, asked: string): boolean {
  return own === asked || own.includes("{");
}

function segments(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}
