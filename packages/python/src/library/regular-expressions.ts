import type { NativeCall } from "../evaluate/native-call.ts";
import { modelClass } from "../framework.ts";
import { instanceOf, native, none } from "../values/make.ts";
import { knownPrefix, knownText } from "../values/text.ts";
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
    ...(["match", "fullmatch", "search"] as const).map((anchor): readonly [string, Value] => [`re.${anchor}`, native(`re.${anchor}`, (call) => matchOf(call, call.get(0, "pattern"), call.get(1, "string"), anchor))]),
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
  if (source !== undefined && text && subject === undefined && startsOtherwise(source, text, anchor)) return none;
  if (source === undefined || subject === undefined || subject.length > 256 || !isTame(source)) return undefined;
  const translated = source.replaceAll("(?P<", "(?<").replaceAll("\\A", "^").replaceAll("\\Z", "$");
  let expression: RegExp;
  try {
    expression = new RegExp(anchor === "search" ? translated : anchor === "match" ? `^(?:${translated})` : `^(?:${translated})$`);
  } catch {
    // Python's syntax where it is not JavaScript's: the outcome stays unknown.
    return undefined;
  }
  return expression.test(subject) ? instanceOf(found, call.place) : none;
}

/** Whether a text of which the beginning is known begins otherwise than what the pattern asks for at its start. */
function startsOtherwise(pattern: string, text: Value, anchor: Anchor): boolean {
  if (anchor === "search" && !pattern.startsWith("^")) return false;
  if (pattern.includes("|") || !isTame(pattern)) return false;
  const [literal = ""] = /^[^\\.^$*+?{}[\]()]*/.exec(pattern.replace(/^(?:\^|\\A)/, "")) ?? [];
  // The last letter may be repeated or optional.
  const asked = /^[*+?{]/.test(pattern.replace(/^(?:\^|\\A)/, "").slice(literal.length)) ? literal.slice(0, -1) : literal;
  const known = knownPrefix(text);
  const length = Math.min(asked.length, known.length);
  return asked.slice(0, length) !== known.slice(0, length);
}

/** Whether backtracking stays small whatever the text: no repetition of a group, and few repetitions at all. */
function isTame(pattern: string): boolean {
  if (pattern.length > 300 || /\\[1-9]|\(\?[=!<](?![A-Za-z_])|\)[*+{]/.test(pattern)) return false;
  return (pattern.replaceAll(/\\./g, "x").match(/[*+{]/g) ?? []).length <= 3;
}
