/** A number's value. Python 2's `0777` and `10L` have none in Python 3: `undefined`. `big` has no exact value here, as complex numbers have none. */
export function decodeNumber(written: string): number | "big" | undefined {
  const digits = written.replaceAll("_", "");
  if (/[lL]$/.test(digits)) return undefined;
  if (/^0[xXoObB]/.test(digits)) return exact(Number(digits));
  if (/[jJ]$/.test(digits)) return "big";
  if (/[.eE]/.test(digits)) {
    const value = Number(digits);
    return Number.isFinite(value) ? value : "big";
  }
  if (/^0+[1-9]/.test(digits)) return undefined;
  return exact(Number(digits));
}

function exact(value: number): number | "big" {
  return Number.isSafeInteger(value) ? value : "big";
}

export interface StringFlags {
  readonly raw: boolean;
  readonly bytes: boolean;
  /** f-strings and t-strings: `{{` is `{`. */
  readonly format: boolean;
}

/** Flags of a string's opening: `rb"""`. */
export function stringFlags(opening: string): StringFlags {
  let raw = false;
  let bytes = false;
  let format = false;
  for (const letter of opening) {
    if (letter === "r" || letter === "R") raw = true;
    else if (letter === "b" || letter === "B") bytes = true;
    else if (letter === "f" || letter === "F" || letter === "t" || letter === "T") format = true;
  }
  return { raw, bytes, format };
}

const plainFlags: StringFlags = { raw: false, bytes: false, format: false };
const letters: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
const escapes = /\\(?:(\n)|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(N\{[^}]*\})|([\\'"abfnrtv]))/g;
const byteEscapes = /\\(?:(\n)|([0-7]{1,3})|x([0-9a-fA-F]{2})|()()()([\\'"abfnrtv]))/g;

/** The text between the quotes as Python reads it. `\N{…}` becomes U+FFFD: the table of names is not at hand. */
export function decodeString(written: string, flags: StringFlags = plainFlags): string {
  let text = written.includes("\r") ? written.replaceAll("\r\n", "\n") : written;
  // Doubled braces go last: none of the escapes that stay in use in practice yields a brace.
  if (!flags.raw && text.includes("\\")) text = text.replaceAll(flags.bytes ? byteEscapes : escapes, decodeEscape);
  return flags.format ? text.replaceAll("{{", "{").replaceAll("}}", "}") : text;
}

function decodeEscape(
  _: string, newline: string | undefined, octal: string | undefined, x: string | undefined,
  u: string | undefined, long: string | undefined, named: string | undefined, letter: string | undefined,
): string {
  if (newline !== undefined) return "";
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  const hex = x ?? (u || long);
  if (hex) {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : "\uFFFD";
  }
  if (named) return "\uFFFD";
  return letter === undefined ? "" : letters[letter] ?? letter;
}
