import { noteLooseMatch } from "../guards/loose-match.ts";
import type { NativeCall } from "../evaluate/native-call.ts";
import { modelClass } from "../framework.ts";
import { mayMatch } from "./pattern-automaton.ts";
import { instanceOf, native, none } from "../values/make.ts";
import { knownText } from "../values/text.ts";
import type { ClassValue, Value } from "../values/value.ts";

type Anchor = "match" | "fullmatch" | "search";

const found: ClassValue = modelClass({ name: "re.Match" });
const compiled: ClassValue = modelClass({
  name: "re.Pattern",
  methods: Object.fromEntries((["match", "fullmatch", "search"] as const).map((anchor) => [anchor, (call: NativeCall) => (call.self.kind === "instance" ? matchOf(call, call.self.attributes.get("pattern"), call.get(0, "string"), anchor) : undefined)])),
});

/** `re`, as far as lists of open paths use it: a known pattern against a known text. */
export function regularExpressionModels(): readonly (readonly [string, Value])[] {
  return [
    ["re.compile", native("re.compile", compile)],
    ...(["match", "fullmatch", "search"] as const).map((anchor): readonly [string, Value] => [`re.${anchor}`, native(`re.${anchor}`, (call) => (call.get(2, "flags") ? undefined : matchOf(call, call.get(0, "pattern"), call.get(1, "string"), anchor)))]),
  ];
}

function compile(call: NativeCall): Value | undefined {
  const pattern = call.get(0, "pattern");
  // Flags change what a pattern means: with them nothing is said about it.
  if (!pattern || call.get(1, "flags")) return undefined;
  const made = instanceOf(compiled, call.place);
  made.attributes.set("pattern", pattern);
  return made;
}

function matchOf(call: NativeCall, pattern: Value | undefined, text: Value | undefined, anchor: Anchor): Value | undefined {
  const source = pattern && knownText(pattern.kind === "instance" ? pattern.attributes.get("pattern") : pattern);
  const subject = knownText(text);
  if (source !== undefined && text?.kind === "template") {
    const [head] = text.parts;
    const begins = head?.kind === "const" && typeof head.value === "string" ? head.value : "";
    if (cannotBegin(source, begins, anchor)) return none;
    // What is matched by the beginning alone, without a look at what follows it, is matched whatever follows.
    const met = anchor === "fullmatch" ? undefined : stretchOf(source.replaceAll(endings, (one) => (one === "$" || one.length === 2 && /[ZbB]/.test(one) ? "[]" : one)), begins, anchor);
    if (!met) return mayMatch(source, text.parts.map((part) => (part.kind === "const" && typeof part.value === "string" ? part.value : undefined)), anchor) === false ? none : undefined;
    noteLooseMatch(call.machine, text, source, met, call.place);
    return instanceOf(found, call.place);
  }
  const met = source === undefined || subject === undefined ? undefined : stretchOf(source, subject, anchor);
  if (met) noteLooseMatch(call.machine, text, source ?? "", met, call.place);
  const matches = met === undefined && source !== undefined && subject !== undefined ? mayMatch(source, [subject], anchor) : met && true;
  return matches === undefined ? undefined : matches ? instanceOf(found, call.place) : none;
}

/** Which stretch of the text a pattern matches, false where none; undefined where the pattern cannot be run safely, or not as Python runs it. */
function stretchOf(source: string, subject: string, anchor: Anchor): { readonly start: number; readonly end: number } | false | undefined {
  if (subject.length > 256 || !isTame(source)) return undefined;
  const translated = source.replaceAll("(?P<", "(?<").replaceAll("\\A", "^").replaceAll("\\Z", "$");
  let expression: RegExp;
  try {
    expression = new RegExp(anchor === "search" ? translated : anchor === "match" ? `^(?:${translated})` : `^(?:${translated})$`);
  } catch {
    // Python's syntax where it is not JavaScript's: the outcome stays unknown.
    return undefined;
  }
  const met = expression.exec(subject);
  return met !== null && { start: met.index, end: met.index + met[0].length };
}

/** Escaped characters and sets as a whole, and what depends on where the text ends. */
const endings = /\\.|\[(?:\\.|[^\]\\])*\]|\$/g;

/** Whether no text with this beginning matches: each alternative of the pattern is tied to the start and begins otherwise. */
function cannotBegin(pattern: string, begins: string, anchor: Anchor): boolean {
  const alternatives = pattern.replaceAll(/\\./g, "xx").replaceAll(/\[[^\]]*\]/g, (set) => "x".repeat(set.length));
  // Alternatives within groups come after the common beginning; outside of groups each is a pattern of its own.
  let depth = 0;
  const cuts: number[] = [-1];
  for (const [index, character] of [...alternatives].entries()) {
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "|" && depth === 0) cuts.push(index);
  }
  return cuts.every((cut, index) => {
    const one = pattern.slice(cut + 1, cuts[index + 1] ?? pattern.length);
    const tied = anchor !== "search" || /^(\^|\\A)/.test(one);
    const literal = literalBeginning(one.replace(/^(\^|\\A)/, ""));
    return tied && !begins.startsWith(literal) && !literal.startsWith(begins);
  });
}

/** The characters that a pattern asks for before anything in it is open. */
function literalBeginning(pattern: string): string {
  let out = "";
  for (let at = 0; at < pattern.length; at++) {
    let character = pattern[at] ?? "";
    if (character === "\\") {
      at++;
      character = pattern[at] ?? "";
      if (/\w/.test(character)) return out;
    } else if (/[.^$*+?{}[\]|()]/.test(character)) return out;
    if (/[?*{]/.test(pattern[at + 1] ?? "")) return out;
    out += character;
  }
  return out;
}

/** Whether backtracking stays small whatever the text: no repetition of a group, and few repetitions at all. */
function isTame(pattern: string): boolean {
  if (pattern.length > 300 || /\\[1-9]|\(\?[=!<](?![A-Za-z_])|\)[*+{]/.test(pattern)) return false;
  return (pattern.replaceAll(/\\./g, "x").match(/[*+{]/g) ?? []).length <= 3;
}
