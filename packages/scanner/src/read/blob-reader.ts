import { spawn, type ChildProcessByStdio } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import type { Readable, Writable } from "node:stream";
import type { Unread } from "./file-reader.ts";

/** How to start git in a repository. Given by the host: a thread has no environment of its own. */
export interface RepositoryAccess {
  readonly folder: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** A content's bytes, valid until the next. */
export interface BlobContent {
  readonly status: "read";
  readonly bytes: Buffer;
}

type Git = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Reads contents from a repository's store through one `git cat-file --batch`, in the order in which they were asked
 * for. Where git breaks on a damaged object, that object alone is lost: git is started again for the rest.
 */
export class BlobReader {
  readonly #access: RepositoryAccess;
  readonly #maxBytes: number;
  #git: Git | undefined;
  #pieces: AsyncIterator<Buffer> | undefined;
  #rest: Buffer = Buffer.alloc(0);
  #said = "";
  #waiting: string[] = [];
  #room: Buffer = Buffer.allocUnsafeSlow(256 * 1024);

  constructor(access: RepositoryAccess, maxBytes: number) {
    this.#access = access;
    this.#maxBytes = maxBytes;
  }

  /** Asks for contents ahead, so that git works while the last one is looked at. What is still open from before is dropped. */
  request(ids: readonly string[]): void {
    if (this.#waiting.length > 0) this.#stop();
    this.#waiting = [...ids];
    this.#write();
  }

  /** The next of the contents that were asked for. */
  async next(): Promise<BlobContent | Unread> {
    const id = this.#waiting.shift();
    if (id === undefined) throw new Error("No content was asked for.");
    try {
      const header = await this.#line();
      const [named, type, length] = header.split(" ");
      if (named !== id) throw new Error(`it answered for ${named ?? "nothing"}`);
      if (type === "missing") return { status: "unread", outcome: { status: "failed", reason: "Not in this clone." } };
      const size = Number(length);
      if (type !== "blob" || !Number.isSafeInteger(size)) throw new Error(`it is a ${type}`);
      const wanted = size <= this.#maxBytes;
      await this.#take(size, wanted);
      await this.#take(1, false);
      if (!wanted) return { status: "unread", outcome: { status: "skipped", reason: `${size} bytes: larger than the limit of ${this.#maxBytes}.` } };
      return { status: "read", bytes: this.#room.subarray(0, size) };
    } catch (error) {
      const reason = this.#said.split("\n").find((line) => /^(?:fatal|error): /.test(line)) ?? (error instanceof Error ? error.message : String(error));
      this.#stop();
      this.#write();
      return { status: "unread", outcome: { status: "failed", reason: `git could not read it (${reason.slice(0, 200)}). Check the repository with git fsck.` } };
    }
  }

  #write(): void {
    if (this.#waiting.length === 0) return;
    this.#git ??= this.#start();
    this.#git.stdin.write(`${this.#waiting.join("\n")}\n`);
  }

  #start(): Git {
    const { folder, environment, arguments: args } = this.#access;
    const git = spawn("git", [...args, "cat-file", "--batch"], { cwd: folder, env: environment, stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
    this.#said = "";
    git.stderr.setEncoding("utf8").on("data", (text: string) => (this.#said = (this.#said + text).slice(0, 4_000)));
    git.on("error", (error) => (this.#said = `error: ${error.message}`));
    git.stdin.on("error", () => undefined);
    this.#pieces = git.stdout[Symbol.asyncIterator]();
    this.#rest = Buffer.alloc(0);
    return git;
  }

  #stop(): void {
    this.#git?.kill();
    this.#git = undefined;
    this.#pieces = undefined;
  }

  async #line(): Promise<string> {
    let line = "";
    for (;;) {
      const end = this.#rest.indexOf(0x0a);
      if (end !== -1) {
        line += this.#rest.toString("latin1", 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      line += this.#rest.toString("latin1");
      if (line.length > 1_000) throw new Error("it answered with what is no object");
      this.#rest = await this.#piece();
    }
  }

  /** Takes bytes from git, into the room where they are kept. */
  async #take(size: number, keep: boolean): Promise<void> {
    if (keep && this.#room.length < size) this.#room = Buffer.allocUnsafeSlow(Math.max(size, Math.min(2 * this.#room.length, this.#maxBytes)));
    for (let have = 0; have < size; ) {
      if (this.#rest.length === 0) this.#rest = await this.#piece();
      const part = this.#rest.subarray(0, size - have);
      if (keep) part.copy(this.#room, have);
      have += part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
  }

  async #piece(): Promise<Buffer> {
    const piece = await this.#pieces?.next();
    if (piece === undefined || piece.done === true) {
      // What it said last comes by another pipe.
      await setTimeout(20);
      throw new Error("it ended");
    }
    return piece.value;
  }
}
