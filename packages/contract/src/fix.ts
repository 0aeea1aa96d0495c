import type { Span } from "./span.ts";

/** One replacement in one file, `span.path`. A span that ends where it starts inserts; an empty text deletes. */
export interface Edit {
  readonly span: Span;
  /** Lines are separated by `\n`; who applies it writes the file's own line ends. */
  readonly text: string;
}

/**
 * A mechanical mend, as SARIF 2.1.0 §3.55 means it: after all its edits the report is gone and the code still does what
 * it did for callers who are allowed. A mend that needs a decision (which role, whose object) is none: leave it to the rule's `mend`.
 */
export interface Fix {
  /** What it does, as an imperative: "Add `dependencies=[Depends(get_current_user)]`, as the other routes of this router have". */
  readonly title: string;
  /** At least one; those of one file do not overlap. Spans are of the file as it was scanned. */
  readonly edits: readonly Edit[];
}
