import type { Json, Outcome, SourceFile } from "@muster/contract";
import type { RepositoryAccess } from "../read/blob-reader.ts";

/** What a pool thread is started with. */
export interface ExtractSetup {
  readonly root: string;
  readonly fileBytes: number;
  readonly extractors: readonly { readonly specifier: string; readonly name: string; readonly options: Json }[];
  /** Texts that are looked for in the bytes of files that ask for it. */
  readonly hints: readonly string[];
  /** Where contents of the history are read. */
  readonly repository?: RepositoryAccess;
  readonly compileCache: string | undefined;
}

/** One file of a batch. */
export interface ExtractFile extends SourceFile {
  /** Name on disk where it is not UTF-8. */
  readonly raw?: Uint8Array;
  /** Content id, where it is read from the repository's store. All files of a batch are, or none. */
  readonly blob?: string;
  /** Content id that the file must have; else it changed while the scan ran. */
  readonly expected?: string;
  /** Extractors to run, by place in the setup. */
  readonly extractors: readonly number[];
  readonly hints: boolean;
}

/** `steps` is shared with the pool thread, which writes where it is: see `Step`. */
export interface ExtractTask {
  readonly files: readonly ExtractFile[];
  readonly steps: Int32Array;
}

/** Places in `ExtractTask.steps`, and their number. */
export const Step = {
  /** Counts up with every step. */
  count: 0,
  /** Place of the file in the batch. */
  file: 1,
  /** Place of the extractor in the setup; -1 while the file is read. */
  extractor: 2,
  /** 1 while the extractor's plugin is imported and prepared. */
  preparing: 3,
  /** Id of the pool thread that has the batch; 0 before one does. */
  thread: 4,
  length: 5,
} as const;

export type ExtractedFact =
  | { readonly kind: "none" }
  /** Its JSON is the next `length` bytes of the reply. */
  | { readonly kind: "fact"; readonly length: number }
  | { readonly kind: "failed"; readonly reason: string };

export type ExtractedFile =
  | {
      readonly status: "read";
      readonly id: string;
      readonly size: number;
      readonly mtimeMs: number;
      readonly ctimeMs: number;
      readonly ino: number;
      /** Whether it stands for a file that Git LFS keeps elsewhere. */
      readonly pointer?: true;
      /** Places of the hints that the bytes contain, where they were asked for. */
      readonly hints: readonly number[];
      /** In the order asked for. */
      readonly facts: readonly ExtractedFact[];
    }
  | { readonly status: "unread"; readonly outcome: Pick<Outcome, "status" | "reason"> };

export interface ExtractReply {
  readonly files: readonly ExtractedFile[];
  readonly bytes: Uint8Array;
}
