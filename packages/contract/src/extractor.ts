import type { Json } from "./json.ts";
import type { FileRole, SourceFile } from "./source-file.ts";

/** Which files an extractor wants, as data: the host decides without asking the plugin. Absent fields mean "any". */
export interface FileQuery {
  /** Name endings with their dot: `.py`, `.env`. */
  readonly extensions?: readonly string[];
  readonly roles?: readonly FileRole[];
  /** Larger files are not offered; they are listed as skipped. */
  readonly maxBytes?: number;
}

/** A file as a worker hands it to an extractor. It was read once; every extractor shares the same bytes. */
export interface ExtractInput {
  readonly file: SourceFile;
  readonly bytes: Buffer;
  /** The text, decoded once for all: by its BOM, then by a PEP 263 coding line, then UTF-8 (invalid bytes become U+FFFD). */
  text(): string;
  /** The options of the plugin, validated against its schema. */
  readonly options: Json;
}

/**
 * Runs in a worker once per file and yields facts. No clock, disk, network or module state: the facts of the same
 * bytes are the same for ever and are cached by content id, `name` and `version`.
 */
export interface Extractor<Fact extends Json = Json> {
  /** Unique over all plugins: `secrets/candidates`. */
  readonly name: string;
  /** Part of the cache key: another output needs another version. */
  readonly version: string;
  readonly wants: FileQuery;
  /** `always`: every wanted file. `on-demand`: only files that a linker asks for. */
  readonly when: "always" | "on-demand";
  /** Work before the first file of a worker (loading a grammar, compiling patterns). */
  prepare?(options: Json): Promise<void>;
  /** `undefined` says that the file holds nothing of interest; that too is remembered. */
  extract(input: ExtractInput): Fact | undefined;
  /** Whether a fact says to whoever links it what an earlier one of the same path said: a comment more at the end changes nothing. Absent: only where both are equal. */
  saysTheSame?(before: Fact, after: Fact): boolean;
}
