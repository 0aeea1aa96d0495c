const NAME = 1;
const DIGIT = 2;
const BLANK = 4;

const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return /[A-Za-z_]/.test(character) ? NAME : /[0-9]/.test(character) ? DIGIT : /[ \t]/.test(character) ? BLANK : 0;
});

/** Calls that keep the literal they are given, so that what stands in them is the value. */
const wrappers = /^(?:SecretStr|SecretBytes|Secret|Field|str|bytes|Form|Query|Body|Some|String)$/;

/** Of a name behind its keyword, as the pattern has it; of what is given to it; and the least of that, for less is no match anyway. */
const longestName = 40;
const longest = 256;
const shortest = 6;

/**
 * Where a name that says "secret", and whose keyword ends at `at`, is given no text but what a program has under another name, a call or an
 * attribute: the end of that; else 0. `token = get_token(`, `"password": user.password,`, `token=new_token)`. Most of what code
 * writes beside such names is this, and a glance at the bytes tells it.
 */
export function endOfCode(bytes: Uint8Array, at: number): number {
  let here = at;
  while (isPart(bytes[here]) && here - at < longestName) here++;
  if (bytes[here] === 0x22 || bytes[here] === 0x27) here++;
  const afterName = afterBlanks(bytes, here);
  const isTyped = bytes[afterName] === 0x3a && bytes[afterName + 1] !== 0x3d;
  const operator = bytes[afterName] === 0x3a && !isTyped ? afterName + 1 : afterName;
  if (!isTyped && bytes[operator] !== 0x3d) return 0;
  const start = afterBlanks(bytes, operator + 1);
  return endOfExpression(bytes, start, isTyped ? "typed" : start > operator + 1 && afterName > here ? "spaced" : "tight");
}

/** The end of names joined by points, where what follows them says that they are code. `typed`: a type may stand here, and the value behind it. */
function endOfExpression(bytes: Uint8Array, start: number, written: "typed" | "spaced" | "tight"): number {
  if (kinds[bytes[start] ?? 0] !== NAME) return 0;
  let end = start;
  let hasDigit = false;
  let lastName = start;
  for (; end - start < longest; end++) {
    const byte = bytes[end] ?? 0;
    if (byte === 0x2e && kinds[bytes[end + 1] ?? 0] === NAME) {
      lastName = end + 1;
      continue;
    }
    const kind = kinds[byte];
    if (kind !== NAME && kind !== DIGIT) break;
    hasDigit ||= kind === DIGIT;
  }
  if (end - start < shortest) return 0;
  switch (bytes[end]) {
    case 0x28: // (
      return wrappers.test(text(bytes, lastName, end)) ? 0 : end;
    case 0x5b: // [
      return written === "typed" ? 0 : end;
    case 0x29: // )
    case 0x2c: // ,
      return hasDigit ? 0 : end + 1;
    case 0x0a:
    case 0x0d:
      // A word alone may be what somebody chose, in a file without quotes.
      return hasDigit || lastName === start || written !== "spaced" ? 0 : end;
    default:
      return 0;
  }
}

function text(bytes: Uint8Array, start: number, end: number): string {
  return end - start > 20 ? "" : String.fromCharCode(...bytes.subarray(start, end));
}

/** Of a name: letters, digits, `_`, `.` and `-`. */
function isPart(byte: number | undefined): boolean {
  return ((kinds[byte ?? 0] ?? 0) & (NAME | DIGIT)) !== 0 || byte === 0x2e || byte === 0x2d;
}

function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (kinds[bytes[at] ?? 0] === BLANK && at - from < 8) at++;
  return at;
}
