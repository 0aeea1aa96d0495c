import type { BroughtBy, Span } from "@muster/contract";
import type { LedgerEntry, LedgerReader, Statement } from "@muster/evidence";
import type { FirstParents } from "@muster/scanner";
import type { Repository } from "@muster/store";

/** What the schema needs of the ledgers of a service, and of the repositories that they speak of. */
export interface EvidenceServices {
  /** A repository's ledger as it is now, and the public key that verifies it; undefined before the first record. */
  read(repository: number): Promise<{ readonly reader: LedgerReader; readonly verifierKey: string } | undefined>;
  /** The first-parent line between two states. Throws where the repository cannot be read, or where one is not on the line. */
  line(repository: Repository, from: string, to: string): Promise<FirstParents>;
  /** Which commit brought the line that each span begins at, by `path:line`. */
  brought(repository: Repository, commit: string, spans: readonly Span[]): Promise<ReadonlyMap<string, BroughtBy>>;
  /** Writes what an approver signs; `statement` is asked for once nobody else can write. Throws where it cannot be written. */
  approve(repository: number, type: string, statement: (reader: LedgerReader) => Statement): Promise<LedgerEntry>;
  /** A name of a person as ledgers keep it: a keyed hash. */
  person(name: string): string;
}
