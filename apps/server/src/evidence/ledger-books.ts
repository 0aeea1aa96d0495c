import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprintOf, keyRecordType, keyStatement, Ledger, LedgerReader, signStatement, type KeyRole, type LedgerEntry, type Statement } from "@muster/evidence";
import { ledgersAreIn, type Database } from "@muster/store";
import { ServiceKeys } from "./service-keys.ts";

/** Where a service keeps its ledgers and their keys, and what it is called in them. */
export interface LedgerPlace {
  readonly folder: string;
  readonly keys: string;
  /** `muster.example.com`: a ledger is named `<name>/<repository>`. */
  readonly name: string;
}

/** A record before it is signed. */
export interface UnsignedRecord {
  readonly type: string;
  readonly statement: Statement;
}

/** The ledgers of a service: one for each repository, so that whoever may see one sees nothing of another. */
export class LedgerBooks {
  readonly #place: LedgerPlace;
  readonly #keys: ServiceKeys;
  /** Ledgers and roles that are known to have a key. */
  readonly #keyed = new Set<string>();

  constructor(place: LedgerPlace) {
    this.#place = place;
    this.#keys = new ServiceKeys(place.keys);
  }

  /**
   * Whether the ledgers of a database are in this folder, and no others: each names the other. A folder that is new is taken
   * for the first database that asks, and a database takes the first folder.
   */
  async belongTo(database: Database): Promise<boolean> {
    const file = path.join(this.#place.folder, "home");
    mkdirSync(this.#place.folder, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomUUID(), { flag: "wx" });
    const [home = "", isClaimed] = readFileSync(file, "utf8").trim().split(" ");
    const belongs = await ledgersAreIn(database, home, isClaimed === undefined);
    if (belongs && isClaimed === undefined) writeFileSync(file, `${home} claimed`);
    return belongs;
  }

  folderOf(repository: number): string {
    return path.join(this.#place.folder, String(repository));
  }

  verifierKey(repository: number): string {
    return this.#keys.of(this.#nameOf(repository)).verifierKey;
  }

  /** A repository's ledger as it is now; undefined where nothing was recorded yet. Throws where it is damaged. */
  async read(repository: number): Promise<LedgerReader | undefined> {
    if (!this.#isThere(repository)) return undefined;
    return LedgerReader.open(this.folderOf(repository), [this.#keys.of(this.#nameOf(repository)).verifier]);
  }

  /**
   * Appends records, all or none, signed by the key of their role. `made` is asked for them once nobody else can write.
   * Throws where another process writes, or where the ledger is damaged.
   */
  async append(repository: number, role: KeyRole, made: (reader: LedgerReader) => readonly UnsignedRecord[]): Promise<readonly LedgerEntry[]> {
    const keys = this.#keys.of(this.#nameOf(repository));
    const ledger = this.#isThere(repository) ? await Ledger.open(this.folderOf(repository), keys) : await Ledger.create(this.folderOf(repository), keys);
    try {
      const own = this.#keys[role];
      const isKeyed = this.#keyed.has(`${repository} ${role}`) || hasKey(ledger.reader, role);
      const records = [...(isKeyed ? [] : [{ type: keyRecordType, statement: keyStatement(role, own) }]), ...made(ledger.reader)];
      const signed = records.map(({ type, statement }) => ({ type, bundle: signStatement(statement, own.privateKey, fingerprintOf(own.publicKey)) }));
      const entries = await ledger.append(signed);
      this.#keyed.add(`${repository} ${role}`);
      return entries.filter(({ type }) => type !== keyRecordType);
    } finally {
      await ledger.close();
    }
  }

  #nameOf(repository: number): string {
    return `${this.#place.name}/${repository}`;
  }

  #isThere(repository: number): boolean {
    return existsSync(path.join(this.folderOf(repository), "checkpoint"));
  }
}

function hasKey(reader: LedgerReader, role: KeyRole): boolean {
  for (const { type, sequence } of reader.entries()) if (type === keyRecordType && statementAt(reader, sequence).predicate["role"] === role) return true;
  return false;
}

/** What a record of a ledger of our own says. That it is signed is for whoever verifies it. */
export function statementAt(reader: LedgerReader, sequence: number): Statement & { readonly predicate: Readonly<Record<string, unknown>> } {
  const { dsseEnvelope } = JSON.parse(reader.record(sequence).bundle.toString("utf8")) as { readonly dsseEnvelope: { readonly payload: string } };
  return JSON.parse(Buffer.from(dsseEnvelope.payload, "base64").toString("utf8")) as ReturnType<typeof statementAt>;
}
