/** A step of the set-up that could not be done, and what the user can do about it. */
export class SetUpError extends Error {
  /**
   * @param {string} what What failed, one sentence.
   * @param {string} remedy What to do, one sentence or more.
   * @param {{ command?: string, output?: string, cause?: unknown }} [details] The command that failed and the end of what it printed.
   */
  constructor(what, remedy, details = {}) {
    super(what, { cause: details.cause });
    this.name = "SetUpError";
    this.remedy = remedy;
    this.command = details.command;
    this.output = details.output;
  }

  /** The whole report, as printed. */
  report() {
    const lines = [this.message];
    if (this.command !== undefined) lines.push(`  command: ${this.command}`);
    if (this.output !== undefined && this.output !== "") lines.push(...this.output.split("\n").map((line) => `  | ${line}`));
    if (this.cause instanceof Error) lines.push(`  cause: ${this.cause.message}`);
    lines.push(`  what to do: ${this.remedy}`);
    return lines.join("\n");
  }
}
