/** Why a command ends without its result: what happened and what to do, for people. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  /** 2: wrong use or configuration. 3: the scan could not be completed. */
  readonly status: 2 | 3;
  /** What to do; empty where nothing can be done. */
  readonly advice: string;

  constructor(status: 2 | 3, message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.advice = advice;
  }
}
