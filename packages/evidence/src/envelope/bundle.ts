import { createHash, sign, type KeyObject } from "node:crypto";
import { bundleFromJSON, bundleToJSON, isBundleWithDsseEnvelope, toDSSEBundle } from "@sigstore/bundle";
import { dsse } from "@sigstore/core";
import { toSignedEntity, toTrustMaterial, Verifier } from "@sigstore/verify";
import { parseStatement, payloadType, type Statement } from "./statement.ts";

/** Name of a public key: SHA-256 of its DER form, in hexadecimal. */
export function fingerprintOf(key: KeyObject): string {
  return createHash("sha256").update(key.export({ type: "spki", format: "der" })).digest("hex");
}

/**
 * Signs a statement (DSSE v1.0.2) with a P-256 key and wraps it as a Sigstore bundle (v0.3), on one line. `hint` is the
 * key's fingerprint: it helps to find the key, and proves nothing.
 */
export function signStatement(statement: Statement, key: KeyObject, hint: string): Buffer {
  const artifact = Buffer.from(JSON.stringify(statement));
  const signature = sign("sha256", dsse.preAuthEncoding(payloadType, artifact), key);
  return Buffer.from(JSON.stringify(bundleToJSON(toDSSEBundle({ artifact, artifactType: payloadType, signature, keyHint: hint }))));
}

/** The fingerprint that a bundle names as its key's. Nothing is believed of it before the signature was checked with that key. */
export function hintOf(bundle: Uint8Array): string {
  const { content } = read(bundle).verificationMaterial;
  return content.$case === "publicKey" ? content.publicKey.hint : "";
}

/** Checks a bundle's signature with a key, and reads the statement out of the very bytes that were signed. Throws where it does not hold. */
export function openBundle(bundle: Uint8Array, key: KeyObject): Statement {
  const opened = read(bundle);
  const verifier = new Verifier(noAuthorities(key), { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
  try {
    verifier.verify(toSignedEntity(opened));
  } catch (error) {
    throw new Error("The signature is not that of this statement by this key: the statement was changed, or another key signed it.", { cause: error });
  }
  const { dsseEnvelope } = opened.content;
  if (dsseEnvelope.payloadType !== payloadType) throw new Error(`The envelope holds ${dsseEnvelope.payloadType}, and no in-toto statement.`);
  return parseStatement(dsseEnvelope.payload);
}

function read(bundle: Uint8Array) {
  let opened: ReturnType<typeof bundleFromJSON>;
  try {
    opened = bundleFromJSON(JSON.parse(Buffer.from(bundle).toString("utf8")));
  } catch (error) {
    throw new Error("This is no Sigstore bundle.", { cause: error });
  }
  if (!isBundleWithDsseEnvelope(opened)) throw new Error("The bundle holds no DSSE envelope.");
  return opened;
}

/** Trust in one key, and in no authority and no public log. */
function noAuthorities(publicKey: KeyObject) {
  const nothing = { mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1", tlogs: [], certificateAuthorities: [], ctlogs: [], timestampAuthorities: [] };
  return toTrustMaterial(nothing, () => ({ publicKey, validFor: () => true }));
}
