import { keywordAutomaton } from "./keyword-automaton.ts";

const ascii = /^[\x20-\x7e]+$/;

/** Tells which of the texts are in some bytes, by their places in ascending order, in one pass however many texts there are. */
export function textFinder(wanted: readonly string[]): (bytes: Buffer) => number[] {
  const texts = wanted.map((text) => Buffer.from(text));
  const plain = wanted.flatMap((text, place) => (ascii.test(text) ? [place] : []));
  const rest = wanted.flatMap((text, place) => (ascii.test(text) ? [] : [place]));
  const automaton = keywordAutomaton(plain.map((place) => wanted[place] ?? ""));
  return (bytes) => {
    const found = new Set<number>(rest.filter((place) => bytes.includes(wanted[place] ?? "")));
    automaton.scan(bytes, ({ count, keywords, ends }) => {
      for (let hit = 0; hit < count; hit++) {
        const place = plain[keywords[hit] ?? -1] ?? -1;
        const text = texts[place];
        const end = ends[hit] ?? 0;
        // The automaton takes letters in either case.
        if (text !== undefined && !found.has(place) && bytes.compare(text, 0, text.length, end - text.length, end) === 0) found.add(place);
      }
      return found.size < wanted.length;
    });
    return [...found].sort((a, b) => a - b);
  };
}
