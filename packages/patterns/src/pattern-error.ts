/** A pattern or a rule that cannot be used; the message says which, and what to do. */
export class PatternError extends Error {
  override readonly name = "PatternError";
}
