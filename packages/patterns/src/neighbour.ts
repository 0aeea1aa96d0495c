import type { Neighbour } from "./pattern-rule.ts";

const LETTER = 1;
const DIGIT = 2;
const UNDERSCORE = 4;
const TOKEN = 8;
/** Hardly ever beside a value, often inside base64. */
const PLUS = 16;

const kinds = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  const character = String.fromCharCode(byte);
  if (/[A-Za-z]/.test(character)) kinds[byte] = LETTER;
  else if (/[0-9]/.test(character)) kinds[byte] = DIGIT;
  else if (character === "_") kinds[byte] = UNDERSCORE;
  else if (character === "+") kinds[byte] = PLUS;
  else if (/[/.-]/.test(character)) kinds[byte] = TOKEN;
}

const masks: Readonly<Record<Neighbour, number>> = {
  any: 0,
  letter: LETTER,
  alphanumeric: LETTER | DIGIT | PLUS,
  word: LETTER | DIGIT | UNDERSCORE | PLUS,
  token: LETTER | DIGIT | UNDERSCORE | PLUS | TOKEN,
};

/** Whether the byte before `start` lets a match begin there. */
export function mayBegin(bytes: Uint8Array, start: number, forbidden: Neighbour): boolean {
  if (start === 0 || (kinds[bytes[start - 1]!]! & masks[forbidden]) === 0) return true;
  return endsEscape(bytes, start);
}

/** Whether the byte at `end` lets a match stop there. */
export function mayEnd(bytes: Uint8Array, end: number, forbidden: Neighbour): boolean {
  return end >= bytes.length || (kinds[bytes[end]!]! & masks[forbidden]) === 0;
}

/** `\n`, `\t`, `\r` of a string literal, or `%3D` of a URL: the letter belongs to the escape. */
function endsEscape(bytes: Uint8Array, start: number): boolean {
  const last = bytes[start - 1];
  if (start >= 2 && bytes[start - 2] === 0x5c) return last === 0x6e || last === 0x72 || last === 0x74;
  return start >= 3 && bytes[start - 3] === 0x25 && isHex(bytes[start - 2]) && isHex(last);
}

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66));
}
