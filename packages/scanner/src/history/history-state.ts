import { IdTable } from "./id-table.ts";

/** What is known of a content: nothing yet; looked at (with or without a fact); a pointer to large-file storage; not in this clone; too large; not readable. */
export const contentStates = ["open", "empty", "fact", "pointer", "missing", "large", "unreadable"] as const;
export type ContentState = (typeof contentStates)[number];

/**
 * What was read of a history: which commits were compared, which contents they brought, and what became of contents of
 * interest. It is kept from one scan to the next, so that only new commits are compared.
 */
export class HistoryState {
  /** Commits that were compared with their first parent. */
  readonly done: IdTable;
  readonly contents: IdTable;
  readonly #states: number[];
  /** The first path of each content, in push order; -1 for none. */
  readonly #firstPaths: number[];
  readonly #paths: string[] = [];
  readonly #pathNumbers = new Map<string, number>();
  /** Paths at which a commit held a submodule. */
  readonly submodules: Set<string> = new Set();
  /** By four: commit (its number in `done`), path, old content, new content. */
  readonly events: number[];

  constructor(idWidth: number) {
    this.done = new IdTable(idWidth);
    this.contents = new IdTable(idWidth);
    this.#states = [];
    this.#firstPaths = [];
    this.events = [];
  }

  /** The number of a content, met at a path. */
  addContent(text: Buffer, at: number, path: number): number {
    const number = this.contents.add(text, at);
    if (number === this.#states.length) {
      this.#states.push(0);
      this.#firstPaths.push(path);
    }
    return number;
  }

  stateOf(content: number): ContentState {
    return contentStates[this.#states[content] ?? 0] ?? "open";
  }

  setState(content: number, state: ContentState): void {
    this.#states[content] = contentStates.indexOf(state);
  }

  firstPath(content: number): string | undefined {
    return this.#paths[this.#firstPaths[content] ?? -1];
  }

  pathNumber(path: string): number {
    let number = this.#pathNumbers.get(path);
    if (number === undefined) {
      number = this.#paths.push(path) - 1;
      this.#pathNumbers.set(path, number);
    }
    return number;
  }

  path(number: number): string {
    return this.#paths[number] ?? "";
  }

  count(state: ContentState): number {
    const wanted = contentStates.indexOf(state);
    return this.#states.reduce((total, one) => (one === wanted ? total + 1 : total), 0);
  }

  encode(): Buffer {
    const kept = this.#keptPaths();
    const head = Buffer.from(JSON.stringify({ width: this.done.width, commits: this.done.size, contents: this.contents.size, events: this.events.length, paths: kept.paths, submodules: [...this.submodules] }));
    const numbers = Int32Array.from([...this.#firstPaths.map((path) => kept.number(path)), ...this.events.map((value, index) => (index % 4 === 1 ? kept.number(value) : value))]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(head.length);
    return Buffer.concat([length, head, this.done.bytes(), this.contents.bytes(), Uint8Array.from(this.#states), Buffer.from(numbers.buffer)]);
  }

  /** Of bytes that passed their checksum. */
  static decode(body: Uint8Array): HistoryState {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    const headEnd = 4 + bytes.readUInt32LE(0);
    const head: { width: number; commits: number; contents: number; events: number; paths: string[]; submodules: string[] } = JSON.parse(bytes.toString("utf8", 4, headEnd));
    const state = new HistoryState(head.width);
    let at = headEnd;
    const next = (length: number): Buffer => bytes.subarray(at, (at += length));
    state.done.addAll(next(head.commits * head.width));
    state.contents.addAll(next(head.contents * head.width));
    for (const one of next(head.contents)) state.#states.push(one);
    const numbers = Buffer.from(next((head.contents + head.events) * 4));
    for (let index = 0; index < head.contents; index++) state.#firstPaths.push(numbers.readInt32LE(index * 4));
    for (let index = head.contents; index < head.contents + head.events; index++) state.events.push(numbers.readInt32LE(index * 4));
    for (const path of head.paths) state.pathNumber(path);
    for (const path of head.submodules) state.submodules.add(path);
    return state;
  }

  /** Paths that are needed again: of events, and of contents that may have to be read once more. */
  #keptPaths(): { readonly paths: readonly string[]; number(path: number): number } {
    const needed = new Set<number>();
    for (let index = 1; index < this.events.length; index += 4) needed.add(this.events[index] ?? -1);
    for (const [content, path] of this.#firstPaths.entries()) if (this.stateOf(content) !== "empty") needed.add(path);
    needed.delete(-1);
    const numbers = new Map([...needed].sort((a, b) => a - b).map((path, index) => [path, index]));
    return { paths: [...numbers.keys()].map((path) => this.path(path)), number: (path) => numbers.get(path) ?? -1 };
  }
}
