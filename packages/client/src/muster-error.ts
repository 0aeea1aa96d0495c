/** Why the service did not answer an operation with data. */
export class MusterError extends Error {
  override readonly name = "MusterError";
  /** `UNAUTHENTICATED`, `FORBIDDEN`, `BAD_INPUT`, `TOO_COSTLY`, `TOO_OFTEN`, `INTERNAL` …: what programs tell cases apart by. */
  readonly code: string;
  /** Of an internal error: the id under which the service's log has it. */
  readonly id?: string;
  /** Seconds after which it may be tried again, where the service says so. */
  readonly retryAfter?: number;

  constructor(message: string, code: string, more: { readonly id?: string; readonly retryAfter?: number; readonly cause?: unknown } = {}) {
    super(message, { cause: more.cause });
    this.code = code;
    if (more.id !== undefined) this.id = more.id;
    if (more.retryAfter !== undefined) this.retryAfter = more.retryAfter;
  }
}
