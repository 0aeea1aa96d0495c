/** What a path parameter of a convertor may hold, as two ordinary values: what fits one and not the other is no rule. */
const samples: Readonly<Record<string, readonly [string, string]>> = {
  int: ["1", "98765"],
  float: ["1.5", "98.765"],
  decimal: ["1.5", "98.765"],
  uuid: ["982c7064-6ac7-44b7-9be5-07a2ff6d8a92", "0b3f1c55-1d2e-4f60-8a7b-c9d0e1f2a3b4"],
  date: ["2024-01-02", "1999-12-31"],
  datetime: ["2024-01-02T03:04:05", "1999-12-31T23:59:59"],
  time: ["03:04:05", "23:59:59"],
  timedelta: ["P1D", "PT5M"],
  path: ["x7q/k3v", "Zq_9"],
  str: ["x7q", "Zq_9"],
};

const ordinary = ["x7q", "Zq_9"] as const;

/**
 * Whether one of the patterns that a middleware is switched off by is found in a path; undefined where that is up to the
 * caller or cannot be said. Patterns are searched for anywhere in the path, as the library does. A pattern that begins with a
 * slash or the start of the path names a path of its own: a parameter of one segment is not taken to hold it.
 */
export function excludes(patterns: readonly string[], path: string, types: ReadonlyMap<string, string>): boolean | undefined {
  let undecided = false;
  for (const source of patterns) {
    const found = findsIn(source, path, types);
    if (found === true) return true;
    if (found === undefined) undecided = true;
  }
  return undecided ? undefined : false;
}

function findsIn(source: string, path: string, types: ReadonlyMap<string, string>): boolean | undefined {
  const expression = compile(source);
  if (!expression) return undefined;
  const fill = (value: (name: string) => string): string => path.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => value(name));
  const [first, second] = [0, 1].map((index) => expression.test(fill((name) => (samples[types.get(name) ?? "str"] ?? ordinary)[index] ?? "x")));
  if (first && second) return true;
  if (first || second) return undefined;
  const literal = source.replace(/^\^/, "").replace(/\$$/, "").replaceAll(/\\(.)/g, "$1").replace(/(\/?\.?\*|\/)$/, "");
  const ofOwn = source.startsWith("/") || source.startsWith("^");
  const chosen = (type: string): boolean => type === "path" || (type === "str" && !ofOwn);
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "").filter((name) => chosen(types.get(name) ?? "str"));
  const holds = names.some((name) => expression.test(fill((one) => (one === name ? `x${literal}/x` : (samples[types.get(one) ?? "str"] ?? ordinary)[0]))));
  return holds ? undefined : false;
}

/** The expression, where it is JavaScript's too and backtracking stays small whatever the text. */
function compile(source: string): RegExp | undefined {
  if (source.length > 300 || /\\[1-9]|\(\?[=!<](?![A-Za-z_])|\)[*+{]/.test(source)) return undefined;
  if ((source.replaceAll(/\\./g, "x").match(/[*+{]/g) ?? []).length > 3) return undefined;
  try {
    return new RegExp(source.replaceAll("(?P<", "(?<").replaceAll("\\A", "^").replaceAll("\\Z", "$"));
  } catch {
    return undefined;
  }
}
