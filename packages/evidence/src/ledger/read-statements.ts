import { decodeEntries } from "../merkle/entries.ts";
import { tileWidth } from "../merkle/tiles.ts";
import { keyRecordType } from "../keys/key-record.ts";
import { KeyRing } from "../keys/key-ring.ts";
import type { Statement } from "../envelope/statement.ts";
import { decodeEntry, sha256Of, type LedgerEntry } from "./entry.ts";
import type { LedgerReader } from "./ledger-reader.ts";

/** A record whose bundle is the one that the log speaks of, signed by the key that had its role there. */
export interface SignedRecord {
  readonly entry: LedgerEntry;
  readonly statement: Statement;
}

/** Reads records of some kinds in their order, each checked. Throws at the first that does not hold, and says which. */
export function* readStatements(reader: LedgerReader, types: readonly string[]): Generator<SignedRecord, void, void> {
  const keys = new KeyRing();
  for (let index = 0; index * tileWidth < reader.size; index++) {
    const width = Math.min(tileWidth, reader.size - index * tileWidth);
    const entries = decodeEntries(reader.tiles.read({ level: "entries", index, width })).map(decodeEntry);
    if (!entries.some(({ type }) => type === keyRecordType || types.includes(type))) continue;
    const bundles = reader.records.read(index, width);
    for (const [place, entry] of entries.entries()) {
      if (entry.type !== keyRecordType && !types.includes(entry.type)) continue;
      const bundle = bundles[place] ?? Buffer.alloc(0);
      try {
        if (sha256Of(bundle) !== entry.sha256) throw new Error("Its bundle is not the one whose digest the log holds.");
        const statement = keys.admit(entry.type, bundle);
        if (types.includes(entry.type)) yield { entry, statement };
      } catch (error) {
        throw new Error(`Record ${entry.sequence} of the ledger is not sound: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  }
}
