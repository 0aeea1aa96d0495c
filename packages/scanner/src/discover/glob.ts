/** One name's pattern: `*` and `?` and character classes, as git's wildmatch reads them. */
export interface NameGlob {
  readonly literal: string | undefined;
  matches(name: string): boolean;
}

type Token = { readonly kind: "char"; readonly char: string } | { readonly kind: "any" } | { readonly kind: "many" } | { readonly kind: "class"; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] };

const posixClasses: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  alnum: [["0", "9"], ["A", "Z"], ["a", "z"]],
  alpha: [["A", "Z"], ["a", "z"]],
  digit: [["0", "9"]],
  lower: [["a", "z"]],
  upper: [["A", "Z"]],
  xdigit: [["0", "9"], ["A", "F"], ["a", "f"]],
  space: [["\t", "\r"], [" ", " "]],
  punct: [["!", "/"], [":", "@"], ["[", "`"], ["{", "~"]],
};

/** Undefined for a pattern that fits nothing: an open class, or a lone backslash at the end. */
export function nameGlob(pattern: string): NameGlob | undefined {
  const tokens = tokenise(pattern);
  if (tokens === undefined) return undefined;
  if (tokens.every((token) => token.kind === "char")) {
    const literal = tokens.map((token) => token.char).join("");
    return { literal, matches: (name) => name === literal };
  }
  const suffix = literalSuffix(tokens);
  if (tokens[0]?.kind === "many" && suffix.length === tokens.length - 1) return { literal: undefined, matches: (name) => name.endsWith(suffix) };
  return { literal: undefined, matches: (name) => name.endsWith(suffix) && matchTokens(tokens, name) };
}

/** A path's pattern, name by name; `**` stands for any number of folders. The work is bounded by names of the pattern times names of the path. */
export function matchSegments(pattern: readonly (NameGlob | "**")[], names: readonly string[]): boolean {
  let at = 0;
  let next = 0;
  let retryAt = -1;
  let retryNext = -1;
  while (next < names.length) {
    const glob = pattern[at];
    if (glob === "**") {
      retryAt = ++at;
      retryNext = next;
    } else if (glob !== undefined && glob.matches(names[next] ?? "")) {
      at++;
      next++;
    } else if (retryAt !== -1) {
      at = retryAt;
      next = ++retryNext;
    } else return false;
  }
  return pattern.slice(at).every((glob) => glob === "**");
}

/** Only the last `*` is ever tried again, which is enough, and keeps the work within pattern times name whatever a hostile pattern says. */
function matchTokens(tokens: readonly Token[], name: string): boolean {
  let at = 0;
  let next = 0;
  let retryAt = -1;
  let retryNext = -1;
  while (next < name.length) {
    const token = tokens[at];
    if (token?.kind === "many") {
      retryAt = ++at;
      retryNext = next;
    } else if (token !== undefined && fits(token, name.charAt(next))) {
      at++;
      next++;
    } else if (retryAt !== -1) {
      at = retryAt;
      next = ++retryNext;
    } else return false;
  }
  return tokens.slice(at).every((token) => token.kind === "many");
}

function fits(token: Token, char: string): boolean {
  switch (token.kind) {
    case "char":
      return token.char === char;
    case "any":
      return true;
    case "many":
      return false;
    case "class":
      return token.ranges.some(([from, to]) => from <= char && char <= to) !== token.negated;
    default:
      return token satisfies never;
  }
}

function literalSuffix(tokens: readonly Token[]): string {
  let suffix = "";
  for (const token of [...tokens].reverse()) {
    if (token.kind !== "char") break;
    suffix = token.char + suffix;
  }
  return suffix;
}

function tokenise(pattern: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === "*") {
      if (tokens.at(-1)?.kind !== "many") tokens.push({ kind: "many" });
    } else if (char === "?") tokens.push({ kind: "any" });
    else if (char === "\\") {
      at++;
      if (at >= pattern.length) return undefined;
      tokens.push({ kind: "char", char: pattern.charAt(at) });
    } else if (char === "[") {
      const found = readClass(pattern, at);
      if (found === undefined) return undefined;
      tokens.push(found.token);
      at = found.end;
    } else tokens.push({ kind: "char", char });
  }
  return tokens;
}

/** `[abc]`, `[!a-z]`, `[^a]`, `[[:alpha:]]`; a `]` that comes first is a member. `end` is the place of the closing bracket. */
function readClass(pattern: string, start: number): { readonly token: Token; readonly end: number } | undefined {
  const ranges: (readonly [string, string])[] = [];
  let at = start + 1;
  const negated = pattern.charAt(at) === "!" || pattern.charAt(at) === "^";
  if (negated) at++;
  for (let first = true; at < pattern.length; first = false) {
    const char = pattern.charAt(at);
    if (char === "]" && !first) return { token: { kind: "class", negated, ranges }, end: at };
    const posix = /^\[:([a-z]+):\]/.exec(pattern.slice(at, at + 12));
    if (posix !== null) {
      ranges.push(...(posixClasses[posix[1] ?? ""] ?? []));
      at += posix[0].length;
      continue;
    }
    const from = char === "\\" ? pattern.charAt(++at) : char;
    at++;
    if (pattern.charAt(at) === "-" && at + 1 < pattern.length && pattern.charAt(at + 1) !== "]") {
      at++;
      const to = pattern.charAt(at) === "\\" ? pattern.charAt(++at) : pattern.charAt(at);
      at++;
      ranges.push([from, to]);
    } else ranges.push([from, from]);
  }
  return undefined;
}
