/** The characters that a part of a token is made of, as a character class and as text to draw examples from. */
export interface Alphabet {
  readonly class: string;
  readonly characters: string;
}

const digits = "0123456789";
const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export const alphabets: {
  readonly digits: Alphabet;
  readonly hex: Alphabet;
  readonly hexAnyCase: Alphabet;
  readonly lowerAlnum: Alphabet;
  readonly upperAlnum: Alphabet;
  readonly letters: Alphabet;
  readonly alnum: Alphabet;
  readonly word: Alphabet;
  readonly base58: Alphabet;
  readonly base64: Alphabet;
  readonly base64url: Alphabet;
} = {
  digits: { class: "[0-9]", characters: digits },
  hex: { class: "[0-9a-f]", characters: `${digits}abcdef` },
  hexAnyCase: { class: "[0-9A-Fa-f]", characters: `${digits}abcdef` },
  lowerAlnum: { class: "[0-9a-z]", characters: digits + lower },
  upperAlnum: { class: "[0-9A-Z]", characters: digits + upper },
  letters: { class: "[A-Za-z]", characters: lower + upper },
  alnum: { class: "[0-9A-Za-z]", characters: digits + lower + upper },
  word: { class: "[0-9A-Za-z_]", characters: digits + lower + upper },
  base58: { class: "[1-9A-HJ-NP-Za-km-z]", characters: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz" },
  base64: { class: "[0-9A-Za-z+/]", characters: digits + lower + upper },
  base64url: { class: "[0-9A-Za-z_-]", characters: digits + lower + upper },
};
