import { openBundle } from "../envelope/bundle.ts";
import { predicateTypeOf, type Statement } from "../envelope/statement.ts";
import { keyRecordType, keyRoles, readKeyRecord, type KeyRecord, type KeyRole } from "./key-record.ts";

/** Kinds of records that an approver signs. All others are the scanner's. */
const approved: ReadonlySet<string> = new Set(["waiver", "waiver-revocation", "triage"]);

/**
 * The keys of a ledger, as its own records say: a record counts if the key signed it that had the role at its place in the
 * log. What a bundle says of its key counts for nothing.
 */
export class KeyRing {
  readonly #keys: Map<KeyRole, KeyRecord> = new Map();

  /** Checks the next record of the log, and takes over what it says of keys. Throws where it is not signed as it must be. */
  admit(type: string, bundle: Uint8Array): Statement {
    if (type === keyRecordType) return this.#admitKey(bundle);
    const role = roleFor(type);
    const key = this.#keys.get(role);
    if (key === undefined) throw new Error(`No ${role} key is known where a ${type} was written.`);
    const statement = openBundle(bundle, key.key);
    if (statement.predicateType !== predicateTypeOf(type)) throw new Error(`The log calls a record a ${type}, and it says that it is ${statement.predicateType}.`);
    return statement;
  }

  /** The keys in force, by role. */
  get keys(): ReadonlyMap<KeyRole, KeyRecord> {
    return this.#keys;
  }

  #admitKey(bundle: Uint8Array): Statement {
    const errors: unknown[] = [];
    // Signed by itself where it is the first of its role, and by the one before it where there is one.
    for (const role of keyRoles) {
      try {
        return this.#admitKeyOf(role, bundle);
      } catch (error) {
        errors.push(error);
      }
    }
    throw new Error("The record of a key is not signed by the key before it, nor is it the first of its role and signed by itself.", { cause: new AggregateError(errors) });
  }

  #admitKeyOf(role: KeyRole, bundle: Uint8Array): Statement {
    const before = this.#keys.get(role);
    const signer = before?.key ?? claimedKey(bundle);
    const statement = openBundle(bundle, signer);
    const record = readKeyRecord(statement);
    if (record.role !== role) throw new Error(`The key is one for ${record.role}.`);
    if (record.replaces !== before?.fingerprint) throw new Error("The key replaces one that is not in force.");
    for (const [other, { fingerprint }] of this.#keys) if (other !== role && fingerprint === record.fingerprint) throw new Error(`One key may not be ${other} and ${role} at once.`);
    this.#keys.set(role, record);
    return statement;
  }
}

export function roleFor(type: string): KeyRole {
  return approved.has(type) ? "approver" : "scanner";
}

/** The key that a record of a first key is about: it has to have signed it. */
function claimedKey(bundle: Uint8Array): KeyRecord["key"] {
  const envelope: { readonly dsseEnvelope?: { readonly payload?: string } } = JSON.parse(Buffer.from(bundle).toString("utf8"));
  const statement: Statement = JSON.parse(Buffer.from(envelope.dsseEnvelope?.payload ?? "", "base64").toString("utf8"));
  return readKeyRecord(statement).key;
}
