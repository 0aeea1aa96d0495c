/** Occurrences of keywords, in order of their ends: which keyword, and the byte after its last. Valid during the call that hands them over. */
export interface KeywordHits {
  readonly count: number;
  readonly keywords: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Aho and Corasick's automaton over bytes (Communications of the ACM 18(6), 1975) with every transition laid out in one
 * flat table, so that a byte costs two reads. ASCII letters match in either case. Overlapping keywords are all reported.
 */
export interface KeywordAutomaton {
  /**
   * Hands over every occurrence of every keyword, a batch at a time, until `take` answers false. Work is linear in the
   * bytes plus the hits; memory is that of one batch.
   */
  scan(bytes: Uint8Array, take: (hits: KeywordHits) => boolean): void;
}

/** `keywords` are ASCII and not empty. */
export function keywordAutomaton(keywords: readonly string[]): KeywordAutomaton {
  const { classes, classCount } = byteClasses(keywords);
  const children: Map<number, number>[] = [new Map()];
  const own: number[][] = [[]];
  keywords.forEach((keyword, index) => {
    let state = 0;
    for (const byte of Buffer.from(keyword, "latin1")) {
      const letter = classes[byte] ?? 0;
      const known = children[state]?.get(letter);
      if (known !== undefined) {
        state = known;
        continue;
      }
      children.push(new Map());
      own.push([]);
      children[state]?.set(letter, children.length - 1);
      state = children.length - 1;
    }
    own[state]?.push(index);
  });

  const size = children.length;
  const next = new Int32Array(size * classCount);
  const fail = new Int32Array(size);
  const outputs: (readonly number[])[] = own.map((list) => list);
  // Breadth first: a state's failure link is shallower, so its row and outputs are final when they are copied.
  const queue = [0];
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at] ?? 0;
    const link = fail[state] ?? 0;
    if (state !== 0) outputs[state] = [...(own[state] ?? []), ...(outputs[link] ?? [])];
    for (let letter = 0; letter < classCount; letter++) {
      const through = state === 0 ? 0 : (next[link * classCount + letter] ?? 0);
      const child = children[state]?.get(letter);
      next[state * classCount + letter] = child ?? through;
      if (child === undefined) continue;
      fail[child] = through;
      queue.push(child);
    }
  }
  return { scan: scanner(renumber(next, outputs, classCount), classes, classCount) };
}

interface Table {
  readonly next: Uint16Array | Int32Array;
  readonly outputs: readonly (readonly number[])[];
  /** States from here on report something. */
  readonly firstReporting: number;
}

/** Puts the reporting states last: one comparison then tells them from the others. */
function renumber(next: Int32Array, outputs: readonly (readonly number[])[], classCount: number): Table {
  const silent = outputs.flatMap((list, state) => (list.length === 0 ? [state] : []));
  const order = [...silent, ...outputs.flatMap((list, state) => (list.length === 0 ? [] : [state]))];
  const place = new Int32Array(order.length);
  order.forEach((state, index) => {
    place[state] = index;
  });
  const table = order.length < 0x10000 ? new Uint16Array(next.length) : new Int32Array(next.length);
  order.forEach((state, index) => {
    for (let letter = 0; letter < classCount; letter++) table[index * classCount + letter] = place[next[state * classCount + letter] ?? 0] ?? 0;
  });
  return { next: table, outputs: order.map((state) => outputs[state] ?? []), firstReporting: silent.length };
}

/** Bytes that no keyword holds share class 0; the two cases of a letter share theirs. */
function byteClasses(keywords: readonly string[]): { classes: Uint8Array; classCount: number } {
  const classes = new Uint8Array(256);
  let classCount = 1;
  for (const keyword of keywords) {
    for (const byte of Buffer.from(keyword.toLowerCase(), "latin1")) {
      if (classes[byte] !== 0) continue;
      classes[byte] = classCount;
      if (byte >= 0x61 && byte <= 0x7a) classes[byte - 0x20] = classCount;
      classCount++;
    }
  }
  return { classes, classCount };
}

const batch = 16_384;

function scanner(table: Table, classes: Uint8Array, classCount: number): KeywordAutomaton["scan"] {
  const { next, outputs, firstReporting } = table;
  // More than a batch by what one byte can end.
  const room = batch + Math.max(0, ...outputs.map((list) => list.length));
  const keywords = new Int32Array(room);
  const ends = new Int32Array(room);
  return (bytes, take) => {
    let count = 0;
    let state = 0;
    const length = bytes.length;
    for (let at = 0; at < length; at++) {
      // The reads cannot miss: the table has a row for every state and a column for every class.
      state = next[state * classCount + classes[bytes[at]!]!]!;
      if (state < firstReporting) continue;
      for (const keyword of outputs[state]!) {
        keywords[count] = keyword;
        ends[count++] = at + 1;
      }
      if (count < batch) continue;
      if (!take({ count, keywords, ends })) return;
      count = 0;
    }
    if (count > 0) take({ count, keywords, ends });
  };
}
