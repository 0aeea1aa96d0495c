import { singular, verbOf, verbsIn, withNoun, withVerb } from "./action-words.ts";
import type { WrittenFunction } from "./written-handlers.ts";

/** A handler as it is written, and what it is for. */
export interface Place {
  readonly written: WrittenFunction;
  readonly path: string;
}

const prefixes = /^[rbuRBU]*$/;
const part = /([fFrRbBuU]{0,2})("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|([A-Za-z_]\w*)/g;

/**
 * The event that one handler writes as another one would write it: with the other's actor, object and action. Undefined where a name
 * or a word cannot be had from the code.
 */
export function rewriteCall(call: string, from: Place, to: Place): string | undefined {
  if (call.startsWith("await ") && !to.written.async) return undefined;
  const words = rewordingOf(call, from, to);
  if (!words) return undefined;
  const renamed = renamingOf(from, to);
  let failed = false;
  const rename = (name: string): string => {
    const other = nameFor(name, from.written, to.written, renamed);
    failed ||= other === undefined;
    return other ?? name;
  };
  const text = call.replaceAll(part, (found: string, prefix: string, string: string | undefined, name: string | undefined, offset: number) => {
    if (string !== undefined) {
      if (prefixes.test(prefix)) return prefix + (keyed(string, renamed) ?? words(string));
      return prefix + templateOf(string, words, rename);
    }
    if (name === undefined || keywords.has(name)) return found;
    const before = call.slice(0, offset).trimEnd();
    if (before.endsWith(".")) return found;
    // The name of an argument is the callee's, but for one that says whose id it takes.
    if (/^\s*=(?!=)/.test(call.slice(offset + found.length)) && /[,(]$/.test(before)) return renamed.get(name) ?? found;
    return rename(name);
  });
  return failed ? undefined : text;
}

const keywords = new Set(["await", "None", "True", "False", "not", "and", "or", "if", "else", "in", "is", "for", "lambda"]);

function templateOf(string: string, words: (text: string) => string, rename: (name: string) => string): string {
  return string.replaceAll(/\{([^{}]*)\}|[^{}]+|[{}]/g, (found: string, expression: string | undefined) => {
    if (expression === undefined) return words(found);
    return `{${expression.replaceAll(/(?<![\w.!:])[A-Za-z_]\w*/g, (name) => (keywords.has(name) ? name : rename(name)))}}`;
  });
}

/** `"item_id"` as a key, where the path's own parameter is called so. */
function keyed(string: string, renamed: ReadonlyMap<string, string>): string | undefined {
  const other = renamed.get(string.slice(1, -1));
  return other === undefined ? undefined : string.charAt(0) + other + string.charAt(0);
}

/** What the path names last goes by another name in another handler. */
function renamingOf(from: Place, to: Place): ReadonlyMap<string, string> {
  const [before] = lastOf(from.path);
  const [after] = lastOf(to.path);
  return before !== undefined && after !== undefined && before in from.written.parameters && after in to.written.parameters ? new Map([[before, after]]) : new Map();
}

/** The same thing in the other handler: what the path names, a parameter or a local name that is written alike, or what is no name of the handler's own. */
function nameFor(name: string, from: WrittenFunction, to: WrittenFunction, renamed: ReadonlyMap<string, string>): string | undefined {
  const other = renamed.get(name);
  if (other !== undefined) return from.locals[name] === undefined && to.locals[other] === undefined ? other : undefined;
  const [mine, theirs] = [from.locals[name], to.locals[name]];
  if (mine !== undefined || theirs !== undefined) return mine !== "" && mine === theirs ? name : undefined;
  const [given, taken] = [from.parameters[name], to.parameters[name]];
  return given === taken ? name : undefined;
}

/** How the strings of the event are to be said; undefined where what is done, or to what, could not be told in its style. */
function rewordingOf(call: string, from: Place, to: Place): ((text: string) => string) | undefined {
  const said = [...call.matchAll(part)].flatMap(([, , string]) => string ?? []).join(" ").replaceAll(/\{[^{}]*\}/g, " ");
  const [verb, ...others] = verbsIn(said);
  const [mine, theirs] = [verbOf(from.written.name), verbOf(to.written.name)];
  if (verb === undefined || others.length > 0 || mine === undefined || theirs === undefined) return undefined;
  const isSame = mine.base === theirs.base;
  // Where one says "removed" of what its code calls deleting, another's word is not told by its code.
  if (!isSame && verb.base !== mine.base) return undefined;
  const [, before] = lastOf(from.path);
  const [, after] = lastOf(to.path);
  const verbal = (text: string): string => (isSame ? text : withVerb(text, verb, theirs));
  if (before === after) return verbal;
  if (before === undefined || after === undefined || withNoun(said, before, after) === undefined) return undefined;
  return (text) => withNoun(verbal(text), before, after) ?? verbal(text);
}

/** The last parameter of a path, and the collection that it chooses from. */
function lastOf(path: string): readonly [parameter: string | undefined, noun: string | undefined] {
  const found = [...path.matchAll(/(?:^|\/)([^/{}]+)\/\{(\w+)[^}]*\}/g)].at(-1);
  const plain = found ? undefined : path.split("/").findLast((segment) => segment !== "" && !segment.includes("{"));
  return [found?.[2], singular(found?.[1] ?? plain ?? "")];
}
