import { distance } from "fastest-levenshtein";

/** The word most like the one given, if any is like it: at most a third of its letters differ. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return words
    .map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ away }) => away <= limit)
    .toSorted((a, b) => a.away - b.away)[0]?.candidate;
}

/** ` Did you mean X?`, or nothing. */
export function suggestion(word: string, words: readonly string[]): string {
  const like = nearest(word, words);
  return like === undefined ? "" : ` Did you mean ${like}?`;
}
