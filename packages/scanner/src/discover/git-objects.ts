import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { startGit } from "./git-command.ts";

/** One object of a repository, by its id in hexadecimal. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly content: Buffer;
}

interface Wanted {
  readonly take: (object: GitObject) => void;
  readonly settle: (error?: unknown) => void;
  left: number;
}

/**
 * Reads objects of a repository through one process of git that stays for as long as it is needed: starting another for
 * each commit of a history takes longer than what it is asked. Nothing is fetched: what is not there is left out.
 */
export class GitObjects {
  readonly #root: string;
  readonly #signal: AbortSignal;
  #child: ChildProcessWithoutNullStreams | undefined;
  /** In the order in which they were asked for, which is that of the answers. */
  #waiting: Wanted[] = [];

  constructor(root: string, signal: AbortSignal) {
    this.#root = root;
    this.#signal = signal;
  }

  /** Hands over those of the objects that are there, in their order, and resolves after the last. Rejects by the signal, and with what `take` throws. */
  read(ids: readonly string[], take: (object: GitObject) => void): Promise<void> {
    if (ids.length === 0) return Promise.resolve();
    const child = this.#start();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ take, left: ids.length, settle: (error) => (error === undefined ? resolve() : reject(error)) });
      child.stdin.write(`${ids.join("\n")}\n`);
    });
  }

  /** Ends the process. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    child.stdin.end();
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, "close").catch(() => undefined);
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#child !== undefined) return this.#child;
    const child = startGit(this.#root, ["cat-file", "--batch"], { signal: this.#signal });
    this.#child = child;
    child.stdin.on("error", () => undefined);
    child.stderr.resume();
    const parser = new ObjectParser();
    child.stdout.on("data", (chunk: Buffer) => {
      for (const answer of parser.parse(chunk)) this.#answer(answer);
    });
    // What was not answered is not there: whoever needs it says of its path that it could not be read.
    const gone = (): void => {
      if (this.#child === child) this.#child = undefined;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const { settle } of waiting) settle(this.#signal.aborted ? this.#signal.reason : undefined);
    };
    child.once("error", gone);
    child.once("close", gone);
    return child;
  }

  #answer(object: GitObject | undefined): void {
    const [first] = this.#waiting;
    if (first === undefined) return;
    first.left--;
    if (first.left === 0) this.#waiting.shift();
    try {
      if (object !== undefined) first.take(object);
      if (first.left === 0) first.settle();
    } catch (error) {
      first.settle(error);
    }
  }
}

/** Takes apart what `git cat-file --batch` prints: `<id> <type> <size>\n<content>\n`, or `<name> missing\n`, for which it gives undefined. */
class ObjectParser {
  #head: Buffer = Buffer.alloc(0);
  #open: { readonly id: string; readonly type: string; readonly size: number; readonly parts: Buffer[]; got: number } | undefined;

  *parse(chunk: Buffer): Generator<GitObject | undefined, void, void> {
    let rest = chunk;
    while (rest.length > 0) {
      const open = this.#open;
      if (open === undefined) {
        const end = rest.indexOf(lineEnd);
        this.#head = Buffer.concat([this.#head, end < 0 ? rest : rest.subarray(0, end)]);
        rest = end < 0 ? rest.subarray(rest.length) : rest.subarray(end + 1);
        if (end < 0) continue;
        const [id = "", type = "", size] = this.#head.toString("latin1").split(" ");
        this.#head = Buffer.alloc(0);
        if (size === undefined || !/^[0-9a-f]+$/.test(id)) yield undefined;
        else this.#open = { id, type, size: Number(size), parts: [], got: 0 };
        continue;
      }
      // The line break behind the content belongs to it here, and is cut off below.
      const part = rest.subarray(0, open.size + 1 - open.got);
      open.parts.push(part);
      open.got += part.length;
      rest = rest.subarray(part.length);
      if (open.got <= open.size) continue;
      this.#open = undefined;
      yield { id: open.id, type: open.type, content: Buffer.concat(open.parts).subarray(0, open.size) };
    }
  }
}

const lineEnd = 0x0a;
