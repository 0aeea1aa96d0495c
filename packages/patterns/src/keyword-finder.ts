import { frequencyOf, trigramOf } from "./common-trigrams.ts";
import { type KeywordAutomaton, keywordAutomaton, type KeywordHits } from "./keyword-automaton.ts";

const batch = 16_384;
/** Places that wait to be compared. */
const places = 1024;
/** Comparisons that are paid for at once, and then one for each byte: text that costs more was made to, and is read by the automaton. */
const paid = 65_536;
const trigrams = 0x8000;

/** ASCII letters in lower case, other bytes as they are. */
const lower = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));

/**
 * Finds what `keywordAutomaton()` finds, in the same order, and reads ordinary text twice as fast: it looks for the rarest four bytes
 * of each keyword, for which a byte costs one read of a table that the processor holds near, and compares keywords only there. Text in
 * which that costs more than it saves is handed to the automaton, which bounds the time. Not to be called from within `take`.
 * `keywords` are ASCII, different from each other in lower case, and three bytes or longer.
 */
export function keywordFinder(keywords: readonly string[]): KeywordAutomaton {
  const anchors = new Anchors(keywords);
  const { follows } = anchors;
  const longest = Math.max(0, ...keywords.map(({ length }) => length));
  // What waits at most: a batch, and for each byte of the longest keyword all that are anchored in it.
  const hits = new Hits(anchors, batch + (longest + 1) * anchors.largest);
  const queue = new Int32Array(places + 4);
  let automaton: KeywordAutomaton | undefined;

  function scan(bytes: Uint8Array, take: (hits: KeywordHits) => boolean): void {
    hits.clear();
    const length = bytes.length;
    let queued = 0;
    let trigram = 0;
    let at = 0;
    for (; at + 4 <= length; at += 4) {
      // Four bytes a turn, and one branch: hardly ever does any of the four follow what it follows in a keyword.
      const a = bytes[at]! & 31;
      const b = bytes[at + 1]! & 31;
      const c = bytes[at + 2]! & 31;
      const d = bytes[at + 3]! & 31;
      const second = ((trigram << 5) | a) & 0x7fff;
      const third = ((second << 5) | b) & 0x7fff;
      const fourth = ((third << 5) | c) & 0x7fff;
      const atA = follows[trigram]! >>> a;
      const atB = follows[second]! >>> b;
      const atC = follows[third]! >>> c;
      const atD = follows[fourth]! >>> d;
      trigram = ((fourth << 5) | d) & 0x7fff;
      if (((atA | atB | atC | atD) & 1) === 0) continue;
      // Which of them it was cannot be foreseen: each is written, and those that count stay.
      queue[queued] = at;
      queued += atA & 1;
      queue[queued] = at + 1;
      queued += atB & 1;
      queue[queued] = at + 2;
      queued += atC & 1;
      queue[queued] = at + 3;
      queued += atD & 1;
      if (queued < places) continue;
      if (!hits.compareAt(bytes, queue, queued, take)) return;
      queued = 0;
      if (hits.work <= at + paid) continue;
      // What ends behind the last place that was compared may have begun before it.
      const read = at + 3;
      if (hits.handOver(read, take)) rest(bytes, read, take);
      return;
    }
    if (!hits.compareAt(bytes, queue, queued, take)) return;
    // The end of the text follows everything.
    for (; at <= length; at++) {
      if (follows[trigram] !== 0) hits.compare(bytes, at, trigram);
      trigram = ((trigram << 5) | (bytes[at]! & 31)) & 0x7fff;
    }
    hits.handOver(length, take);
  }

  /** What ends behind `read`, by the automaton. */
  function rest(bytes: Uint8Array, read: number, take: (hits: KeywordHits) => boolean): void {
    automaton ??= keywordAutomaton(keywords);
    const from = Math.max(0, read - longest);
    automaton.scan(bytes.subarray(from), ({ count, keywords: found, ends }) => {
      let kept = 0;
      for (let hit = 0; hit < count; hit++) {
        const end = from + ends[hit]!;
        if (end <= read) continue;
        found[kept] = found[hit]!;
        ends[kept++] = end;
      }
      return kept === 0 || take({ count: kept, keywords: found, ends });
    });
  }

  return { scan };
}

/** Keywords by their rarest bytes, laid out flat: most places that have these bytes belong to another word, which a read or two must tell. */
class Anchors {
  /** By three bytes: which bytes, by their low five bits, follow them in a keyword. All, where a keyword ends with them. */
  readonly follows: Int32Array = new Int32Array(trigrams);
  /** Where the keywords with these three bytes begin and, under the next number, end. */
  readonly starts: Uint32Array = new Uint32Array(trigrams + 1);
  readonly keywords: Uint32Array;
  /** And the byte of each that follows the three, in lower case; 0 where none does. */
  readonly next: Uint8Array;
  /** By keyword: its text in lower case, and how many bytes of it there are up to the end of the three. */
  readonly texts: readonly Uint8Array[];
  readonly into: Uint16Array;
  /** Keywords that have the same three bytes, at most. */
  readonly largest: number;

  constructor(keywords: readonly string[]) {
    this.texts = keywords.map((keyword) => Buffer.from(keyword.toLowerCase(), "latin1"));
    this.into = new Uint16Array(keywords.length);
    this.keywords = new Uint32Array(keywords.length);
    this.next = new Uint8Array(keywords.length);
    const anchored = this.texts.map((text, keyword) => ({ keyword, text, ...rarest(text) }));
    anchored.sort((a, b) => a.trigram - b.trigram || a.keyword - b.keyword);
    anchored.forEach(({ trigram, keyword, text, into }, entry) => {
      this.into[keyword] = into;
      this.keywords[entry] = keyword;
      this.next[entry] = text[into] ?? 0;
      this.follows[trigram] = this.follows[trigram]! | (into < text.length ? 1 << (text[into]! & 31) : -1);
      this.starts[trigram + 1] = entry + 1;
    });
    let largest = 0;
    for (let trigram = 1; trigram <= trigrams; trigram++) {
      this.starts[trigram] = Math.max(this.starts[trigram]!, this.starts[trigram - 1]!);
      largest = Math.max(largest, this.starts[trigram]! - this.starts[trigram - 1]!);
    }
    this.largest = largest;
  }
}

/** The rarest three bytes of a keyword that a byte of it follows, where it is long enough. */
function rarest(text: Uint8Array): { readonly trigram: number; readonly into: number } {
  let best = { trigram: 0, into: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (let into = 3; into < Math.max(4, text.length); into++) {
    const trigram = trigramOf(text[into - 3]!, text[into - 2]!, text[into - 1]!);
    if (frequencyOf(trigram) >= least) continue;
    least = frequencyOf(trigram);
    best = { trigram, into };
  }
  return best;
}

/** Occurrences that wait to be handed over, by their ends; of those that end together the longest first. */
class Hits {
  readonly #anchors: Anchors;
  readonly #keywords: Int32Array;
  readonly #ends: Int32Array;
  count = 0;
  /** Comparisons and moves since `clear()`. */
  work = 0;

  constructor(anchors: Anchors, room: number) {
    this.#anchors = anchors;
    this.#keywords = new Int32Array(room);
    this.#ends = new Int32Array(room);
  }

  clear(): void {
    this.count = 0;
    this.work = 0;
  }

  /** `compare()` at each of the places; false where the taker has had enough. */
  compareAt(bytes: Uint8Array, ends: Int32Array, count: number, take: (hits: KeywordHits) => boolean): boolean {
    for (let which = 0; which < count; which++) {
      const end = ends[which]!;
      if (end < 3) continue;
      this.compare(bytes, end, trigramOf(bytes[end - 3]!, bytes[end - 2]!, bytes[end - 1]!));
      if (this.count >= batch && !this.handOver(end, take)) return false;
    }
    return true;
  }

  /** Takes the keywords whose three bytes end before `end` and that are there as a whole. */
  compare(bytes: Uint8Array, end: number, trigram: number): void {
    const { starts, next, keywords, texts, into } = this.#anchors;
    const following = lower[bytes[end] ?? 0]!;
    const last = starts[trigram + 1]!;
    this.work += last - starts[trigram]!;
    for (let entry = starts[trigram]!; entry < last; entry++) {
      if (next[entry] !== following && next[entry] !== 0) continue;
      const keyword = keywords[entry]!;
      const text = texts[keyword]!;
      const start = end - into[keyword]!;
      let at = start < 0 || start + text.length > bytes.length ? text.length + 1 : 0;
      while (at < text.length && lower[bytes[start + at]!] === text[at]) at++;
      if (at === text.length) this.#put(keyword, start + at);
    }
  }

  #put(keyword: number, end: number): void {
    const { texts } = this.#anchors;
    const { length } = texts[keyword]!;
    let place = this.count++;
    // What was found before may end later: by less than the longest keyword.
    for (; place > 0 && (this.#ends[place - 1]! > end || (this.#ends[place - 1] === end && texts[this.#keywords[place - 1]!]!.length < length)); place--) {
      this.#keywords[place] = this.#keywords[place - 1]!;
      this.#ends[place] = this.#ends[place - 1]!;
      this.work++;
    }
    this.#keywords[place] = keyword;
    this.#ends[place] = end;
  }

  /** Hands over what ends at `read` or before, which nothing can come before any more; keeps the rest. False where the taker has had enough. */
  handOver(read: number, take: (hits: KeywordHits) => boolean): boolean {
    let ready = this.count;
    while (ready > 0 && this.#ends[ready - 1]! > read) ready--;
    if (ready === 0) return true;
    if (!take({ count: ready, keywords: this.#keywords, ends: this.#ends })) return false;
    this.#keywords.copyWithin(0, ready, this.count);
    this.#ends.copyWithin(0, ready, this.count);
    this.count -= ready;
    return true;
  }
}
