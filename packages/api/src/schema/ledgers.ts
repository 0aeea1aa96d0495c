import type { LedgerEntry, LedgerReader } from "@muster/evidence";
import { repositoryById, type Repository } from "@muster/store";
import type { ApiContext } from "../context.ts";
import type { Domain } from "./domain.ts";
import { InputError } from "./errors.ts";

/** A ledger that is read, and whose it is. */
interface Book {
  readonly repository: number;
  readonly reader: LedgerReader;
  readonly verifierKey: string;
}

const mostRecords = 200;

/** Ledgers: what they hold, and proofs that hold without the service. */
export function addLedgers({ builder, refs }: Domain): void {
  const record = builder.objectRef<LedgerEntry & { readonly reader: LedgerReader }>("LedgerRecord").implement({
    description: "A record of a ledger: an in-toto statement, signed, in a Sigstore bundle.",
    fields: (t) => ({
      type: t.exposeString("type"),
      sequence: t.exposeInt("sequence", { description: "Its place in the log, from 0." }),
      sha256: t.exposeString("sha256", { description: "Of its bundle." }),
      time: t.field({ type: "DateTime", resolve: ({ time }) => new Date(time) }),
      bundle: t.string({ complexity: 20, description: "The Sigstore bundle (v0.3) with the DSSE envelope, as it was signed.", resolve: ({ reader, sequence }) => reader.record(sequence).bundle.toString("utf8") }),
      proof: t.string({ complexity: 20, description: "That it is in the log, for whoever has the ledger's key (C2SP tlog-proof).", resolve: ({ reader, sequence }) => reader.prove(sequence) }),
    }),
  });
  const ledger = builder.objectRef<Book>("Ledger").implement({
    description: "The append-only log of one repository's evidence (RFC 6962, C2SP tlog-tiles).",
    fields: (t) => ({
      name: t.string({ resolve: ({ reader }) => reader.checkpoint.origin }),
      size: t.int({ resolve: ({ reader }) => reader.size }),
      root: t.string({ description: "Base64.", resolve: ({ reader }) => Buffer.from(reader.checkpoint.root).toString("base64") }),
      checkpoint: t.string({ description: "The signed state (C2SP tlog-checkpoint): keep a copy elsewhere, and the ledger can be held against it.", resolve: ({ reader }) => reader.note }),
      key: t.string({ description: "The public key that signs checkpoints (C2SP signed-note). Compare it with the one that you were given by another way.", resolve: ({ verifierKey }) => verifierKey }),
      path: t.string({ description: "Below the address of the service: the files of the ledger, checkpoint, tiles and records.", resolve: ({ repository }) => `/ledgers/${repository}/` }),
      records: t.field({
        type: [record],
        description: "In their order, from a place on.",
        args: { first: t.arg.int({ required: true, defaultValue: 50 }), from: t.arg.int({ required: true, defaultValue: 0 }) },
        complexity: ({ first }) => ({ field: 5, multiplier: Math.max(1, first) }),
        resolve: ({ reader }, { first, from }) => {
          if (first < 0 || first > mostRecords || from < 0) throw new InputError(`A page has from 0 to ${mostRecords} records, and begins at a place from 0 on.`);
          return Array.from({ length: Math.max(0, Math.min(first, reader.size - from)) }, (_, place) => ({ ...reader.entry(from + place), reader }));
        },
      }),
      consistency: t.stringList({
        description: "That it continues what it was with so many records (RFC 9162, 2.1.4): hashes in Base64.",
        args: { before: t.arg.int({ required: true }) },
        complexity: 20,
        resolve: ({ reader }, { before }) => {
          if (before < 0 || before > reader.size) throw new InputError(`The ledger has ${reader.size} records, and never had ${before}.`);
          return reader.proveConsistency(before).map((hash) => hash.toString("base64"));
        },
      }),
    }),
  });
  builder.queryFields((t) => ({
    ledger: t.field({
      type: ledger,
      nullable: true,
      description: "The ledger of a repository; null before its first record.",
      complexity: { field: 50, multiplier: 1 },
      args: { repository: t.arg.globalID({ required: true, for: [refs.repository] }) },
      resolve: async (_, { repository }, context) => {
        const found = await visible(Number(repository.id), context);
        const book = found && (await context.services.evidence?.read(found.id));
        return found === undefined || book === undefined ? undefined : { repository: found.id, ...book };
      },
    }),
  }));
}

/** A repository, where the token may see it. */
export function visible(id: number, { run }: ApiContext): Promise<Repository | undefined> {
  return run((rows) => repositoryById(rows, id));
}
