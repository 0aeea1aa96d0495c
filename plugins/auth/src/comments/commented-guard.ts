import type { Json } from "@muster/contract";

/** A comment that holds code which could be a guard. Short names: it is stored. */
export interface CommentedCode {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** What it names, without what stands before the last dot: `login_required`, `IsAuthenticated`, `get_current_user`. */
  readonly names: readonly string[];
}

/** The fact as the host stores it. */
export function asJson(code: readonly CommentedCode[]): Json {
  return code.map(({ line, column, endColumn, names }) => ({ line, column, endColumn, names: [...names] }));
}

/** The one place where a stored fact becomes commented code again. */
export function asCommentedCode(fact: Json): readonly CommentedCode[] {
  return fact as unknown as readonly CommentedCode[];
}

const decorator = /^@([\w.]+)(?:\(|$|\s)/;
const dependency = /\b(?:Depends|Security)\(\s*([\w.]+)/g;
const permissions = /^(?:permission_classes|decorators|method_decorators|guards|authentication_classes|auth|permission)\s*=\s*[[(]?([\w.,\s|&~()]*)/;
const keywords = /\b(?:dependencies|guards|permission_classes|auth)\s*=\s*\[([^\]]*)\]/;

/** The code of guards in a line that is a comment and nothing else; undefined for prose and other code. */
export function readCommentedGuard(line: string, number: number): CommentedCode | undefined {
  const comment = /^(\s*)#\s*(\S.*?)\s*$/.exec(line);
  if (!comment) return undefined;
  const [, indent = "", code = ""] = comment;
  const names = new Set<string>();
  const add = (name: string | undefined): void => {
    const last = name?.split(".").at(-1);
    if (last !== undefined && last !== "") names.add(last);
  };
  add(decorator.exec(code)?.[1]);
  for (const [, name] of code.matchAll(dependency)) add(name);
  for (const list of [permissions.exec(code)?.[1], keywords.exec(code)?.[1]]) for (const name of list?.match(/[A-Za-z_][\w.]*/g) ?? []) add(name);
  return names.size === 0 ? undefined : { line: number, column: indent.length + 1, endColumn: indent.length + comment[0].trim().length + 1, names: [...names].sort() };
}
