import { checkRules } from "./check-rules.ts";
import type { CompiledPattern, Engine, PatternHit } from "./engine.ts";
import { entropy } from "./entropy.ts";
import { keywordFinder } from "./keyword-finder.ts";
import { heldBy, isHeld, type Lead, leadOf, leads } from "./lead.ts";
import { LineBounds } from "./line-bounds.ts";
import { mayBegin, mayEnd } from "./neighbour.ts";
import { PatternError } from "./pattern-error.ts";
import type { Neighbour, PatternRule } from "./pattern-rule.ts";

/** A match of one rule. Offsets are bytes of the scanned buffer. */
export interface RuleMatch {
  readonly rule: PatternRule;
  readonly start: number;
  readonly end: number;
  /** The value proper: the first capture group that took part, or the whole match. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Number of that group, 0 for the whole match. */
  readonly group: number;
  readonly value: string;
  /** Set where the pattern matched and the rule's own measure refused it. */
  readonly refused?: "entropy" | "check";
}

export interface RuleScan {
  /** By start, then by the rule's place in its set. */
  readonly matches: readonly RuleMatch[];
  /** False where the budget ran out: the file is made of keywords, and part of it was not looked at. */
  readonly complete: boolean;
}

export interface RuleSet {
  readonly engine: Engine["name"];
  /**
   * The keywords, then each rule where its keywords are. The bytes come from `readableBytes()`. Spends from `allowance`, which several
   * texts may share; without one the text has its own.
   */
  scan(bytes: Buffer, allowance?: Allowance): RuleScan;
  /** Each rule over the whole file, without keywords and windows: the slow truth that `scan` is measured against. */
  scanWhole(bytes: Buffer): RuleScan;
}

/** What patterns may still be handed, in bytes. */
export interface Allowance {
  left: number;
}

/**
 * Bytes handed to patterns in one file: four times its size, within these bounds. The same for both engines, so that both
 * stop at the same place; the upper one is what the portable engine does in seven seconds.
 */
const budgetFloor = 32 * 1024 * 1024;
const budgetCeiling = 64 * 1024 * 1024;
const budgetFactor = 4;
/** What starting a pattern costs, in bytes of matching. */
const startCost = 64;
/** What looking for a stretch of characters costs. */
const heldCost = 32;
/** What a match costs, judging it included. */
const matchCost = 1024;
/** What each byte of a match costs that is refused, where that is more: it is passed over by no later one, so that all of it may be matched again from each keyword in it. */
const refusedCost = 16;

interface Prepared {
  readonly rule: PatternRule;
  readonly order: number;
  readonly anchored: CompiledPattern;
  readonly searching: CompiledPattern;
  readonly reach: number;
  readonly before: Neighbour;
  /** The keyword may be written in either case. */
  readonly caseless: boolean;
  readonly lead: Lead | undefined;
  readonly held: Lead | undefined;
}

/** What one text of this length may spend. */
export function allowanceFor(length: number): Allowance {
  return { left: Math.min(budgetCeiling, Math.max(budgetFloor, length * budgetFactor)) };
}

/** A rule that wants a keyword, and the keyword as the rule writes it. */
interface Wanted {
  readonly entry: Prepared;
  readonly written: Buffer;
}

/** Throws `PatternError` at the first rule that cannot be used, be it that RE2 refuses its pattern. */
export function verifyRules(rules: readonly PatternRule[], engine: Engine): void {
  checkRules(rules);
  for (const rule of rules) {
    try {
      engine.compile(rule.pattern, rule.ignoreCase ?? false);
    } catch (cause) {
      throw new PatternError(`Rule "${rule.id}" cannot be used: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
    }
  }
}

/**
 * Makes rules ready to scan with. Throws `PatternError` at the first that cannot be used; what RE2 itself refuses shows
 * at a pattern's first use, or in `verifyRules()`, which a rule's tests call.
 */
export function compileRules(rules: readonly PatternRule[], engine: Engine): RuleSet {
  checkRules(rules);
  const prepared = rules.map((rule, order) => prepare(rule, order, engine));
  const keywords = [...new Set(rules.flatMap((rule) => rule.keywords.map((keyword) => keyword.toLowerCase())))];
  const place = new Map(keywords.map((keyword, index) => [keyword, index]));
  const wanted: Wanted[][] = keywords.map(() => []);
  for (const entry of prepared) {
    for (const keyword of entry.rule.keywords) wanted[place.get(keyword.toLowerCase()) ?? 0]?.push({ entry, written: Buffer.from(keyword, "latin1") });
  }
  const finder = keywordFinder(keywords);
  /** Per rule: where its last match ended, in the file that is being scanned. */
  const done = new Int32Array(prepared.length);

  function scan(bytes: Buffer, allowance: Allowance = allowanceFor(bytes.length)): RuleScan {
    const matches: RuleMatch[] = [];
    const search = new Search(bytes, matches, allowance);
    done.fill(0);
    /** Per rule the window that waits for the next hit to join it. */
    const windows = new Map<Prepared, [number, number]>();
    let bounds: LineBounds | undefined;

    const visit = ({ entry, written }: Wanted, end: number): void => {
      const start = end - written.length;
      switch (entry.rule.scope) {
        case "keyword":
          if (!entry.caseless && !isWritten(bytes, start, written)) return;
          if (entry.lead !== undefined && !leads(bytes, end, entry.lead)) return;
          if (start < done[entry.order]! || !mayBegin(bytes, start, entry.before)) return;
          if (!search.mayHold(entry, start, end)) return;
          done[entry.order] = search.at(entry, start, end) ?? done[entry.order]!;
          return;
        case "lines": {
          bounds ??= new LineBounds(bytes);
          const [from, to] = bounds.around(start, end);
          const open = windows.get(entry);
          if (open !== undefined && from <= open[1]) {
            open[1] = Math.max(open[1], to);
            return;
          }
          if (open !== undefined) search.over(entry, open[0], open[1]);
          windows.set(entry, [from, to]);
          return;
        }
        case "file":
          windows.set(entry, [0, bytes.length]);
          return;
        default:
          entry.rule.scope satisfies never;
      }
    };

    finder.scan(bytes, ({ count, keywords: found, ends }) => {
      for (let hit = 0; hit < count && !search.spent; hit++) for (const want of wanted[found[hit]!]!) visit(want, ends[hit]!);
      return !search.spent;
    });
    for (const [entry, [from, to]] of windows) search.over(entry, from, to);
    return { matches: matches.sort(byPlace), complete: !search.spent };
  }

  function scanWhole(bytes: Buffer): RuleScan {
    const matches: RuleMatch[] = [];
    const search = new Search(bytes, matches, { left: Number.POSITIVE_INFINITY });
    for (const entry of prepared) search.over(entry, 0, bytes.length);
    return { matches: matches.sort(byPlace), complete: true };
  }

  function byPlace(a: RuleMatch, b: RuleMatch): number {
    return a.start - b.start || (orders.get(a.rule) ?? 0) - (orders.get(b.rule) ?? 0);
  }
  const orders = new Map(rules.map((rule, order) => [rule, order]));

  return { engine: engine.name, scan, scanWhole };
}

/** One file's search: the work spent, and what was found. */
class Search {
  readonly #bytes: Buffer;
  readonly #matches: RuleMatch[];
  readonly #allowance: Allowance;

  constructor(bytes: Buffer, matches: RuleMatch[], allowance: Allowance) {
    this.#bytes = bytes;
    this.#matches = matches;
    this.#allowance = allowance;
  }

  get spent(): boolean {
    return this.#allowance.left <= 0;
  }

  /** Whether a match of which the keyword is the beginning can be there at all. */
  mayHold({ held, reach }: Prepared, start: number, keywordEnd: number): boolean {
    if (held === undefined) return true;
    this.#allowance.left -= heldCost;
    return isHeld(this.#bytes, keywordEnd, start + reach, held);
  }

  /** A match that begins at `start` with a keyword up to `keywordEnd`; returns its end, or that of what is passed over. */
  at(entry: Prepared, start: number, keywordEnd: number): number | undefined {
    const passed = entry.rule.passOver?.(this.#bytes, keywordEnd) ?? 0;
    if (passed > 0) {
      this.#allowance.left -= startCost;
      return passed;
    }
    const view = this.#bytes.subarray(start, wholeCharacters(this.#bytes, start + entry.reach));
    const hit = entry.anchored.find(view, 0);
    if (hit === undefined) {
      // A match that fails late costs its reach; most fail at once.
      this.#allowance.left -= Math.max(startCost, entry.reach >> 3);
      return undefined;
    }
    const isTaken = this.#takes(entry.rule, hit, view, start);
    this.#allowance.left -= isTaken ? hit.end + matchCost : Math.max(matchCost, hit.end * refusedCost);
    return isTaken ? start + hit.end : undefined;
  }

  /** All matches in `[from, to)`. */
  over(entry: Prepared, from: number, to: number): void {
    if (this.spent) return;
    this.#allowance.left -= startCost + to - from;
    const view = this.#bytes.subarray(from, to);
    for (let at = 0; at < view.length && !this.spent; ) {
      const hit = entry.searching.find(view, at);
      if (hit === undefined) return;
      this.#allowance.left -= matchCost;
      const passed = this.#passedOver(entry.rule, from + hit.start);
      const fits = passed === 0 && mayBegin(this.#bytes, from + hit.start, entry.before) && this.#takes(entry.rule, hit, view, from);
      // A refused match may hide one that begins inside it.
      at = nextCharacter(view, passed > 0 ? passed - from : fits && hit.end > at ? hit.end : hit.start + 1);
    }
  }

  /** `passOver` of a rule one of whose keywords stands at `start`; 0 for a rule without. */
  #passedOver({ passOver, keywords }: PatternRule, start: number): number {
    if (passOver === undefined) return 0;
    const keyword = keywords.find(({ length }, which) => this.#bytes.toString("latin1", start, start + length).toLowerCase() === keywords[which]?.toLowerCase());
    return keyword === undefined ? 0 : passOver(this.#bytes, start + keyword.length);
  }

  /** Keeps a match, unless what follows it or its value's length says that it is none. */
  #takes(rule: PatternRule, hit: PatternHit, view: Buffer, offset: number): boolean {
    if (!mayEnd(this.#bytes, offset + hit.end, rule.after ?? "word")) return false;
    const group = groupOf(hit);
    if (rule.most !== undefined && (hit.groups[group * 2 + 1] ?? 0) - (hit.groups[group * 2] ?? 0) > rule.most) return false;
    this.#matches.push(matchOf(rule, hit, group, view, offset));
    return true;
  }
}

function prepare(rule: PatternRule, order: number, engine: Engine): Prepared {
  const ignoreCase = rule.ignoreCase ?? false;
  return {
    rule,
    order,
    caseless: ignoreCase || rule.pattern.includes("(?i"),
    reach: rule.reach ?? 512,
    before: rule.before ?? "alphanumeric",
    lead: leadOf(rule),
    held: heldBy(rule),
    anchored: lazily(() => engine.compile(`^(?:${rule.pattern})`, ignoreCase)),
    searching: lazily(() => engine.compile(rule.pattern, ignoreCase)),
  };
}

/** Compiles at the first use: of hundreds of patterns a repository calls for a few. */
function lazily(compile: () => CompiledPattern): CompiledPattern {
  let compiled: CompiledPattern | undefined;
  return { find: (bytes, from) => (compiled ??= compile()).find(bytes, from) };
}

/** The first group that took part, 0 for none. */
function groupOf({ groups }: PatternHit): number {
  for (let group = 1; group * 2 < groups.length; group++) if (groups[group * 2] !== -1) return group;
  return 0;
}

function matchOf(rule: PatternRule, hit: PatternHit, group: number, view: Buffer, offset: number): RuleMatch {
  const valueStart = hit.groups[group * 2] ?? hit.start;
  const valueEnd = hit.groups[group * 2 + 1] ?? hit.end;
  const value = view.toString("utf8", valueStart, valueEnd);
  const refused = rule.minEntropy !== undefined && entropy(value) < rule.minEntropy ? "entropy" : rule.check !== undefined && !rule.check(value) ? "check" : undefined;
  return {
    rule,
    start: offset + hit.start,
    end: offset + hit.end,
    valueStart: offset + valueStart,
    valueEnd: offset + valueEnd,
    group,
    value,
    ...(refused === undefined ? {} : { refused }),
  };
}

function isWritten(bytes: Uint8Array, start: number, written: Uint8Array): boolean {
  for (let at = 0; at < written.length; at++) if (bytes[start + at] !== written[at]) return false;
  return true;
}

function wholeCharacters(bytes: Uint8Array, end: number): number {
  if (end >= bytes.length) return bytes.length;
  let moved = end;
  while (moved > 0 && (bytes[moved]! & 0xc0) === 0x80) moved--;
  return moved;
}

function nextCharacter(bytes: Uint8Array, at: number): number {
  let moved = at;
  while (moved < bytes.length && (bytes[moved]! & 0xc0) === 0x80) moved++;
  return moved;
}
