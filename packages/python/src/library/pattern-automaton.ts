/** A part of a text: known, or anything at all. */
export type TextPart = string | undefined;

type Edge = { readonly to: number; readonly takes?: (character: string) => boolean; readonly only?: "start" | "end" };

const mostStates = 4_000;
const mostRepeats = 64;
/** Pieces read, each as often as it is read again: a group is, for each time that what holds it is. */
const mostPieces = 20_000;

/**
 * Whether some text of these parts matches a pattern of Python's `re`; undefined where the pattern asks for what no automaton knows (what
 * stands around, what an earlier group matched, flags). In time linear in both, whatever the pattern.
 */
export function mayMatch(pattern: string, parts: readonly TextPart[], anchor: "match" | "fullmatch" | "search"): boolean | undefined {
  let automaton: Automaton;
  try {
    automaton = new Automaton(pattern, anchor);
  } catch (thrown) {
    if (thrown === unsupported) return undefined;
    throw thrown;
  }
  let states = automaton.closure(new Set([automaton.start]), "start");
  for (const part of parts) {
    if (part === undefined) states = automaton.anything(states);
    else for (const character of part) states = automaton.step(states, character);
    if (states.size === 0) return false;
  }
  return automaton.ends(states, parts.every((part) => part === undefined || part === ""));
}

const unsupported = new Error("a pattern that no automaton matches");

/** A pattern as states and edges (Thompson's construction). */
class Automaton {
  readonly #edges: Edge[][] = [];
  readonly start: number;
  readonly #accepting: number;
  readonly #text: string;
  #at = 0;
  #pieces = 0;

  constructor(pattern: string, anchor: "match" | "fullmatch" | "search") {
    this.#text = pattern;
    const first = this.#state();
    const last = this.#alternatives(first);
    if (this.#at < pattern.length) throw unsupported;
    if (anchor === "search") this.#edge(first, { to: first, takes: any });
    if (anchor === "search" && this.#isTied(first)) throw unsupported;
    this.#accepting = this.#state();
    this.#edge(last, { to: this.#accepting });
    if (anchor !== "fullmatch") this.#edge(this.#accepting, { to: this.#accepting, takes: any });
    this.start = first;
  }

  closure(states: ReadonlySet<number>, at: "start" | "end" | "within" | "both"): Set<number> {
    const out = new Set(states);
    for (const state of out) {
      for (const edge of this.#edges[state] ?? []) if (edge.takes === undefined && (edge.only === undefined || edge.only === at || at === "both")) out.add(edge.to);
    }
    return out;
  }

  step(states: ReadonlySet<number>, character: string): Set<number> {
    const out = new Set<number>();
    for (const state of states) for (const edge of this.#edges[state] ?? []) if (edge.takes?.(character) === true) out.add(edge.to);
    return this.closure(out, "within");
  }

  /** Whatever comes next, or nothing. */
  anything(states: ReadonlySet<number>): Set<number> {
    const out = new Set(states);
    for (const state of out) for (const edge of this.#edges[state] ?? []) if (edge.only === undefined) out.add(edge.to);
    return out;
  }

  ends(states: ReadonlySet<number>, atStart: boolean): boolean {
    return this.closure(states, atStart ? "both" : "end").has(this.#accepting);
  }

  /** Something leads back to where the pattern begins: the loop of a search would be taken in the middle of it. */
  #isTied(first: number): boolean {
    return this.#edges.some((edges, from) => from !== first && edges.some(({ to }) => to === first));
  }

  #state(): number {
    if (this.#edges.length >= mostStates) throw unsupported;
    return this.#edges.push([]) - 1;
  }

  #edge(from: number, edge: Edge): void {
    this.#edges[from]?.push(edge);
  }

  #alternatives(from: number): number {
    const end = this.#state();
    for (;;) {
      const begin = this.#state();
      this.#edge(from, { to: begin });
      this.#edge(this.#sequence(begin), { to: end });
      if (this.#text[this.#at] !== "|") return end;
      this.#at++;
    }
  }

  #sequence(from: number): number {
    let here = from;
    while (this.#at < this.#text.length && this.#text[this.#at] !== "|" && this.#text[this.#at] !== ")") here = this.#repeated(here);
    return here;
  }

  /** One piece, as often as its quantifier says: it is read again for each time. */
  #repeated(from: number): number {
    const begin = this.#at;
    const probe = this.#edges.length;
    this.#piece(this.#state());
    const [least, most] = this.#quantifier();
    const after = this.#at;
    this.#edges.length = probe;
    const again = (state: number): number => {
      this.#at = begin;
      return this.#piece(state);
    };
    let here = from;
    for (let times = 0; times < least; times++) here = again(here);
    const end = this.#state();
    if (most === undefined) {
      const loop = this.#state();
      this.#edge(here, { to: loop });
      this.#edge(again(loop), { to: loop });
      this.#edge(loop, { to: end });
    } else {
      for (let times = least; times < most; times++) {
        this.#edge(here, { to: end });
        here = again(here);
      }
      this.#edge(here, { to: end });
    }
    this.#at = after;
    return end;
  }

  #quantifier(): readonly [number, number | undefined] {
    const found = /^(?:[*+?]|\{(\d+)?(,)?(\d+)?\})/.exec(this.#text.slice(this.#at));
    if (!found || found[0] === "{}") return [1, 1];
    this.#at += found[0].length;
    const follows = this.#text[this.#at];
    if (follows === "+") throw unsupported;
    if (follows === "?") this.#at++;
    if (found[0] === "*") return [0, undefined];
    if (found[0] === "+") return [1, undefined];
    if (found[0] === "?") return [0, 1];
    const least = Number(found[1] ?? 0);
    const most = found[2] === undefined ? least : found[3] === undefined ? undefined : Number(found[3]);
    if (least > mostRepeats || (most ?? 0) > mostRepeats) throw unsupported;
    return [least, most];
  }

  #piece(from: number): number {
    if (++this.#pieces > mostPieces) throw unsupported;
    const character = this.#text[this.#at++] ?? "";
    const end = this.#state();
    switch (character) {
      case "^":
        this.#edge(from, { to: end, only: "start" });
        return end;
      case "$":
        this.#edge(from, { to: end, only: "end" });
        return end;
      case ".":
        this.#edge(from, { to: end, takes: any });
        return end;
      case "[":
        this.#edge(from, { to: end, takes: this.#set() });
        return end;
      case "(":
        return this.#group(from);
      case "*":
      case "+":
      case "?":
        throw unsupported;
      case "\\": {
        const escaped = this.#text[this.#at++] ?? "";
        if (escaped === "A" || escaped === "Z") this.#edge(from, { to: end, only: escaped === "A" ? "start" : "end" });
        else this.#edge(from, { to: end, takes: takenBy(escaped) });
        return end;
      }
      default:
        this.#edge(from, { to: end, takes: (one) => one === character });
        return end;
    }
  }

  #group(from: number): number {
    const head = /^\?(?::|P<\w+>)/.exec(this.#text.slice(this.#at));
    if (head) this.#at += head[0].length;
    else if (this.#text[this.#at] === "?") throw unsupported;
    const end = this.#alternatives(from);
    if (this.#text[this.#at] !== ")") throw unsupported;
    this.#at++;
    return end;
  }

  #set(): (character: string) => boolean {
    const isNegated = this.#text[this.#at] === "^";
    if (isNegated) this.#at++;
    const tests: ((character: string) => boolean)[] = [];
    for (let first = true; first || this.#text[this.#at] !== "]"; first = false) {
      const from = this.#text[this.#at++];
      if (from === undefined) throw unsupported;
      if (from === "\\") {
        tests.push(takenBy(this.#text[this.#at++] ?? ""));
      } else if (this.#text[this.#at] === "-" && this.#text[this.#at + 1] !== "]") {
        const to = this.#text[this.#at + 1] ?? "";
        if (to === "\\" || to === "") throw unsupported;
        this.#at += 2;
        tests.push((one) => one >= from && one <= to);
      } else {
        tests.push((one) => one === from);
      }
    }
    this.#at++;
    return (one) => tests.some((test) => test(one)) !== isNegated;
  }
}

function any(): boolean {
  return true;
}

const sets: Readonly<Record<string, RegExp>> = { d: /[\p{Nd}]/u, D: /[^\p{Nd}]/u, w: /[\p{L}\p{N}_]/u, W: /[^\p{L}\p{N}_]/u, s: /\s/, S: /\S/ };

/** What an escape stands for; those for places, earlier groups and codes of characters are not known here. */
function takenBy(escaped: string): (character: string) => boolean {
  const set = sets[escaped];
  if (set) return (one) => set.test(one);
  if (/[\w]/.test(escaped) || escaped === "") throw unsupported;
  return (one) => one === escaped;
}
