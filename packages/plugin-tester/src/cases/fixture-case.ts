/** One file of a case. Lines count from 1 in `text`. */
export interface CaseFile {
  /** Relative to the case, with `/` between segments. */
  readonly path: string;
  readonly text: string;
}

/** What is scanned as a repository of its own: one fixture file, one folder of files, or one example of a page. */
export interface FixtureCase {
  readonly name: string;
  /** Sorted by path. */
  readonly files: readonly CaseFile[];
}

/** A fixture that its author has to mend before it can say anything about a plugin. */
export class FixtureError extends Error {
  override readonly name = "FixtureError";
}

/**
 * A place in a fixture or an example at which two halves of a secret are kept apart, so that no one else's scanner takes
 * it for one: the mark is removed before the text is scanned. Named for HTML's "here a word may be broken".
 */
const joint = "<wbr>";

export function joined(text: string): string {
  return text.replaceAll(joint, "");
}
