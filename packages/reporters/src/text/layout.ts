import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** Columns that a text takes on a terminal. */
export function columns(text: string): number {
  return /^[\u0020-\u007e]*$/u.test(text) ? text.length : stringWidth(text);
}

/** Pads with spaces on the right; a longer text stays whole. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

/** Breaks a text into lines of at most `width` columns, between words where it can. */
export function wrap(text: string, width: number): readonly string[] {
  return wrapAnsi(text, Math.max(width, 16), { hard: true }).split("\n");
}

/** A label, and a text that wraps beside it. */
export function hanging(label: string, text: string, width: number): string {
  const indent = columns(label);
  return wrap(text, width - indent)
    .map((line, index) => (index === 0 ? label : " ".repeat(indent)) + line)
    .join("\n");
}

/** Cuts a plain text to `width` columns, the last of them `…`. */
export function cut(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const character of text) {
    used += columns(character);
    if (used >= width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** `1 endpoint`, `2 endpoints`; numbers of five digits and more in groups of three. */
export function count(amount: number, noun: string, plural: string = `${noun}s`): string {
  return `${figure(amount)} ${amount === 1 ? noun : plural}`;
}

/** Groups of three digits, the same in every locale. */
export function figure(amount: number): string {
  return String(amount).replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
}
