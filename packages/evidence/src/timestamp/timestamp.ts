import { createHash, type X509Certificate } from "node:crypto";
import { RFC3161Timestamp } from "@sigstore/core";

/** SHA-256 as an AlgorithmIdentifier (RFC 5754 §2.2), in DER. */
const sha256Identifier = Buffer.from("300d06096086480165030402010500", "hex");
/** Extended key usage of those who timestamp (RFC 3161 §2.3). */
const timeStamping = "1.3.6.1.5.5.7.3.8";

/** What a timestamp authority is asked (RFC 3161 §2.4.1): to sign that these bytes were there, with its certificate. `nonce` is 8 bytes. */
export function timestampRequest(bytes: Uint8Array, nonce: Uint8Array): Buffer {
  const imprint = der(0x30, sha256Identifier, der(0x04, createHash("sha256").update(bytes).digest()));
  return der(0x30, integer(Buffer.of(1)), imprint, integer(nonce), der(0x01, Buffer.of(0xff)));
}

/** When an authority saw these bytes. Throws where its answer is none, is of other bytes, or was not signed by the certificate's key. */
export function readTimestamp(response: Uint8Array, bytes: Uint8Array, authority: X509Certificate): Date {
  let time: Date;
  try {
    const timestamp = RFC3161Timestamp.parse(Buffer.from(response));
    // granted, and granted with modifications.
    if (timestamp.status !== 0n && timestamp.status !== 1n) throw new Error(`the authority refused it (status ${String(timestamp.status)})`);
    timestamp.verify(Buffer.from(bytes), authority.publicKey);
    time = timestamp.tstInfo.genTime;
  } catch (error) {
    throw new Error(`The timestamp does not hold: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
  if (!authority.keyUsage?.includes(timeStamping)) throw new Error("The certificate is not one of a timestamp authority.");
  if (time < new Date(authority.validFrom) || time > new Date(authority.validTo)) throw new Error(`The timestamp is of ${time.toISOString()}, and the authority's certificate holds from ${authority.validFrom} to ${authority.validTo}.`);
  return time;
}

/** A number that is not negative, in as few bytes as it takes (X.690 §8.3.2): one whose first bit is set has a zero before it. */
function integer(bytes: Uint8Array): Buffer {
  const from = bytes.findIndex((byte) => byte !== 0);
  const digits = from === -1 ? Buffer.of(0) : bytes.subarray(from);
  return (digits[0] ?? 0) < 0x80 ? der(0x02, digits) : der(0x02, Buffer.of(0), digits);
}

/** One value of fewer than 128 bytes. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length > 127) throw new RangeError("A request for a timestamp is short.");
  return Buffer.concat([Buffer.of(tag, body.length), body]);
}
