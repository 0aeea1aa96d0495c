/** An expectation as the author wrote it: the word before the colon and what follows. */
export interface WrittenExpectation {
  readonly word: string;
  readonly rest: string;
  /** Nothing but the comment stands on the line: the next line of code is meant. */
  readonly alone: boolean;
}

export const words = ["finds", "ok", "misses", "endpoint"] as const;

/** What people type when they mean one of the words. */
const slips: Readonly<Record<string, string>> = {
  find: "finds",
  found: "finds",
  fnds: "finds",
  fins: "finds",
  reports: "finds",
  okay: "ok",
  oks: "ok",
  silent: "ok",
  miss: "misses",
  missed: "misses",
  mises: "misses",
  endpoints: "endpoint",
  enpoint: "endpoint",
  route: "endpoint",
};

/** The comment signs of the languages that fixtures are written in. */
const signs = /#|\/\/|<!--|--|;/g;
const comment = /^(?:#|\/\/|<!--|--|;)[ \t]*(\w+)(:?)[ \t]+(\S.*?)[ \t]*(?:-->)?[ \t]*\r?$/;
const bare = /(?:#|\/\/|--|;|<!--)[ \t]*(finds|ok|misses|endpoint):?[ \t]*(?:-->)?[ \t]*\r?$/;
const ruleId = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*(?![\w./-])/;

/**
 * What a line of a fixture says, the reason why it cannot be read, or nothing. Words that are none of ours are refused where a
 * rule under test follows them; other comments are left alone.
 */
export function readComment(line: string, isRule: (id: string) => boolean): WrittenExpectation | { readonly wrong: string } | undefined {
  const empty = bare.exec(line);
  if (empty) return { wrong: `\`${empty[1] ?? ""}\` says nothing: name what it is about` };
  // A sign may also stand in a literal, or in a comment that is part of the code: the first that begins something of ours counts.
  for (const { index } of line.matchAll(signs)) {
    const read = readFrom(line, index, isRule);
    if (read !== undefined) return read;
  }
  return undefined;
}

function readFrom(line: string, index: number, isRule: (id: string) => boolean): WrittenExpectation | { readonly wrong: string } | undefined {
  const match = comment.exec(line.slice(index));
  if (!match) return undefined;
  const [, word = "", colon = "", rest = ""] = match;
  const known = words.find((each) => each === word);
  const rule = ruleId.exec(rest)?.[0];
  const aboutRule = rule !== undefined && isRule(rule);
  if (known !== undefined && colon === "" && aboutRule) return { wrong: `\`${word}\` needs a colon: \`${word}: ${rest}\`` };
  if (known !== undefined && colon !== "") return { word, rest, alone: line.slice(0, index).trim() === "" };
  const meant = slips[word.toLowerCase()] ?? words.find((each) => each === word.toLowerCase());
  const aboutEndpoint = meant === "endpoint" && /^[A-Z*]+ \//.test(rest);
  const isSlip = meant !== undefined && meant !== "endpoint" && rule !== undefined;
  if (colon === "" || !(aboutRule || aboutEndpoint || isSlip)) return undefined;
  return { wrong: `\`${word}:\` is none of ${words.map((each) => `\`${each}:\``).join(", ")}${meant === undefined ? "" : ` (\`${meant}:\`?)`}` };
}
