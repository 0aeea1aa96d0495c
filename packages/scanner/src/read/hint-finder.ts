import { keywordAutomaton } from "@muster/patterns/keywords";

const ascii = /^[\x20-\x7e]+$/;

/** Tells which of the texts are in some bytes, by their places in ascending order, in one pass however many texts there are. */
export function hintFinder(hints: readonly string[]): (bytes: Buffer) => number[] {
  const texts = hints.map((hint) => Buffer.from(hint));
  const plain = hints.flatMap((hint, place) => (ascii.test(hint) ? [place] : []));
  const rest = hints.flatMap((hint, place) => (ascii.test(hint) ? [] : [place]));
  const automaton = keywordAutomaton(plain.map((place) => hints[place] ?? ""));
  return (bytes) => {
    const found = new Set<number>(rest.filter((place) => bytes.includes(hints[place] ?? "")));
    automaton.scan(bytes, ({ count, keywords, ends }) => {
      for (let hit = 0; hit < count; hit++) {
        const place = plain[keywords[hit] ?? -1] ?? -1;
        const text = texts[place];
        const end = ends[hit] ?? 0;
        // The automaton takes letters in either case.
        if (text !== undefined && !found.has(place) && bytes.compare(text, 0, text.length, end - text.length, end) === 0) found.add(place);
      }
      return found.size < hints.length;
    });
    return [...found].sort((a, b) => a - b);
  };
}
