import { createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { fingerprintOf } from "../envelope/bundle.ts";
import { predicateTypeOf, statementType, type Statement } from "../envelope/statement.ts";

/** What a key signs for. They are kept apart: whoever scans approves nothing, and whoever approves writes no results. */
export const keyRoles = ["scanner", "approver"] as const;
export type KeyRole = (typeof keyRoles)[number];

/** A key that signs from its record on, in place of the one that had its role before. */
export interface KeyRecord {
  readonly role: KeyRole;
  readonly fingerprint: string;
  readonly key: KeyObject;
  /** Fingerprint of the key before it. */
  readonly replaces?: string;
}

/** The kind of such records. */
export const keyRecordType = "key";

/**
 * The statement that a key signs for a role from now on. Where it replaces another one, the old key signs the statement,
 * and the new one says in it that it is there: nobody takes over a role with a key alone.
 */
export function keyStatement(role: KeyRole, key: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }, replaces?: KeyObject): Statement {
  const fingerprint = fingerprintOf(key.publicKey);
  const before = replaces && fingerprintOf(replaces);
  return {
    _type: statementType,
    subject: [{ name: role, digest: { sha256: fingerprint } }],
    predicateType: predicateTypeOf(keyRecordType),
    predicate: {
      role,
      publicKey: key.publicKey.export({ type: "spki", format: "pem" }),
      ...(before !== undefined && { replaces: before, possession: sign("sha256", possessionOf(role, fingerprint, before), key.privateKey).toString("base64") }),
    },
  };
}

/** Reads a key record. Throws where it is none, or where the new key did not sign that it is there. */
export function readKeyRecord({ subject, predicateType, predicate }: Statement): KeyRecord {
  const { role, publicKey, replaces, possession } = predicate as Readonly<Record<string, unknown>>;
  const known = keyRoles.find((one) => one === role);
  if (predicateType !== predicateTypeOf(keyRecordType) || known === undefined || typeof publicKey !== "string") throw new Error("The record of a key is damaged: it has no role or no key.");
  const key = createPublicKey(publicKey);
  const fingerprint = fingerprintOf(key);
  const [about, ...others] = subject;
  if (about === undefined || others.length > 0 || about.name !== role || about.digest["sha256"] !== fingerprint) throw new Error("The record of a key names another key than it holds.");
  if (replaces === undefined) return { role: known, fingerprint, key };
  if (typeof replaces !== "string" || typeof possession !== "string" || !verify("sha256", possessionOf(known, fingerprint, replaces), key, Buffer.from(possession, "base64"))) throw new Error("A key replaces another one and did not sign that.");
  return { role: known, fingerprint, key, replaces };
}

function possessionOf(role: KeyRole, fingerprint: string, replaces: string): Buffer {
  return Buffer.from(`muster key ${role} ${replaces} ${fingerprint}`);
}
