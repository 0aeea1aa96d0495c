import type { Span } from "@muster/contract";

/**
 * Where audit events end up.
 * - `kept`: signed, or handed to what only appends.
 * - `rewritable`: who gets into the host or into the application's database can change or remove them.
 * - `outside`: what becomes of them is decided outside of the repository, or could not be followed.
 */
export interface Sink {
  readonly grade: "kept" | "rewritable" | "outside";
  /** `a file`, `syslog at logs.internal`: completes "goes to …". */
  readonly what: string;
  readonly span: Span;
}
