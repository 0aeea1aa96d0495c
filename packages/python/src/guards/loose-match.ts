import type { Machine } from "../evaluate/machine.ts";
import { render, textOf } from "../values/text.ts";
import type { Place, Value } from "../values/value.ts";

/** A text in the code that the request's path met with a part of a word: `/public` and `/publications`. */
export interface LooseMatch {
  readonly pattern: string;
  readonly place: Place;
}

const hole = "\u0000";

/** Notes that a known stretch of the request's path met a pattern, where a word of the path goes on beyond it: the pattern says less than it lets through. */
export function noteLooseMatch(machine: Machine, text: Value | undefined, pattern: string, at: { readonly start: number; readonly end: number }, place: Place): void {
  const { request } = machine;
  if (!request || !text || machine.mode !== "anonymous" || pattern === "") return;
  const path = shownText(request.path);
  if (path !== shownText(text)) return;
  if (isWithinWord(path, at.start) || isWithinWord(path, at.end)) request.loose = { pattern, place };
}

/** The text as offsets count: parameters are one character each. */
export function shownText(value: Value): string {
  return render(textOf(value), () => hole);
}

/** Whether a word goes on across an offset. */
function isWithinWord(path: string, offset: number): boolean {
  return isWord(path[offset - 1]) && isWord(path[offset]);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && character !== "/" && character !== "" && /[\w\u0000-]/.test(character);
}
