/** What a file is in its repository. Secrets count in every role; endpoints come from `source` alone. */
export type FileRole = "source" | "test" | "migration" | "documentation" | "vendored" | "generated";

/** One file as discovery lists it, before anything of it was read. */
export interface SourceFile {
  /** Relative to the root of the scan, with `/` between segments. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly role: FileRole;
}
