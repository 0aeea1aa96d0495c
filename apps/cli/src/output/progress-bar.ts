import { sanitise } from "@muster/reporters";

/** How far a piece of work is; `total` 0 where that is not known. */
export interface ProgressState {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  /** What is being done, in a few words. */
  readonly note?: string;
}

const delay = 500;
const interval = 100;

/** One line on a terminal that is drawn for work of more than half a second, and taken away at its end. */
export class ProgressBar implements Disposable {
  readonly #stream: NodeJS.WriteStream;
  #timer: NodeJS.Timeout | undefined;
  #state: ProgressState | undefined;
  #drawn = false;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    this.#timer = setTimeout(() => {
      this.#draw();
      this.#timer = setInterval(() => this.#draw(), interval).unref();
    }, delay).unref();
  }

  update(state: ProgressState): void {
    this.#state = state;
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
    if (this.#drawn) this.#stream.write("\r\u001b[2K");
    this.#drawn = false;
  }

  #draw(): void {
    if (this.#state === undefined) return;
    // Some pseudo-terminals say that they have no column.
    const columns = this.#stream.columns || 80;
    this.#stream.write(`\r\u001b[2K${progressLine(this.#state, columns - 1)}`);
    this.#drawn = true;
  }
}

/** `link       ━━━━━━━━────────────────  note`, at most `width` columns. */
export function progressLine(state: ProgressState, width: number): string {
  const share = state.total > 0 ? Math.min(1, state.done / state.total) : 0;
  const filled = Math.round(share * 24);
  const bar = state.total > 0 ? `${"━".repeat(filled)}${"─".repeat(24 - filled)}` : "";
  const line = [state.stage.padEnd(9), bar, sanitise(state.note ?? "")].filter((part) => part !== "").join("  ");
  return [...line].slice(0, Math.max(width, 10)).join("");
}
