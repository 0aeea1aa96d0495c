import { entropy } from "@muster/patterns";
import { assigned, type Format, type Vendor, vendor } from "../format.ts";
import { base64, hexAnyCase, sampleOf } from "../part.ts";

/**
 * RFC 7468 armour, OpenSSH and PGP alike, also inside a string literal, where line ends are written `\\n`. The value is
 * what stands between the lines; a key cut short counts, a placeholder does not.
 */
const pem: Format = {
  id: "pem-private-key",
  title: "private key",
  kind: "private-key",
  confidence: "high",
  keywords: ["-----BEGIN"],
  pattern: "-----BEGIN(?: [A-Z0-9]{1,12}){0,4} PRIVATE KEY(?: BLOCK)?-----[ \\t]{0,4}([A-Za-z0-9+/=:,. \\t\\r\\n\\\\\"'-]+)",
  ignoreCase: false,
  scope: "keyword",
  before: "any",
  after: "any",
  reach: 16_384,
  shown: 0,
  check: holdsKey,
  examples: () => {
    const secret = sampleOf([base64(64)]);
    return [{ text: `${["-----BEGIN", "PRIVATE KEY-----"].join(" ")}\n${secret}\n${secret}\n${["-----END", "PRIVATE KEY-----"].join(" ")}\n`, secret }];
  },
};

/** Enough base64 for the smallest key in use (an Ed25519 key in PKCS #8 takes 64 characters). */
function holdsKey(value: string): boolean {
  const body = (value.split("-----")[0] ?? "").replaceAll(/\\[nrt]/g, "\n");
  const encoded = body.replaceAll(/^[ \t"']*[A-Za-z-]+:.*$/gm, "").replaceAll(/[^A-Za-z0-9+/=]/g, "");
  return encoded.length >= 60 && entropy(encoded) >= 3.5;
}

/** PuTTY's own form (https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html). */
const putty: Format = {
  id: "putty-private-key",
  title: "PuTTY private key",
  kind: "private-key",
  confidence: "high",
  keywords: ["PuTTY-User-Key-File-"],
  pattern: "PuTTY-User-Key-File-[23]: [a-z0-9-]{5,40}\\r?\\nEncryption: none\\r?\\n[^\\r\\n]{0,200}\\r?\\nPublic-Lines: [0-9]{1,3}\\r?\\n[A-Za-z0-9+/=\\r\\n]+Private-Lines: [0-9]{1,3}\\r?\\n([A-Za-z0-9+/=\\r\\n]{40,})",
  ignoreCase: false,
  scope: "keyword",
  reach: 8192,
  after: "any",
  shown: 0,
  examples: () => {
    const secret = `${sampleOf([base64(64)])}\n`;
    return [{ text: `PuTTY-User-Key-File-2: ssh-ed25519\nEncryption: none\nComment: made up\nPublic-Lines: 1\n${sampleOf([base64(64)], 1)}\nPrivate-Lines: 1\n${secret}Private-MAC: 00\n`, secret }];
  },
};

/** A secp256k1 key in hexadecimal, where its name says so (https://ethereum.org/en/developers/docs/accounts/). */
const ethereum: Format = {
  ...assigned("secp256k1-private-key", "wallet private key", ["private_key", "privatekey", "private-key", "priv_key", "privkey", "wallet_key", "deployer_key", "eth_key", "wallet"], [hexAnyCase(64)], { kind: "private-key", minEntropy: 3 }),
  pattern: "(?i:(?:private_key|privatekey|private-key|priv_key|privkey|wallet_key|deployer_key|eth_key|wallet)[0-9a-z_.-]{0,40}?)[\"'`]?\\]?[ \\t]{0,8}(?::=|===?|=>|=|:|,|[ \\t])[ \\t]{0,8}[\"'`]?(?:0x)?([0-9a-fA-F]{64})",
};

/** The same key without a name, in a text that speaks of wallets or private keys. A hash of a transaction or block has the same form. */
const walletKey: Format = {
  id: "wallet-private-key",
  title: "wallet private key",
  kind: "private-key",
  confidence: "low",
  keywords: ["private key", "wallet", "mnemonic", "metamask"],
  pattern: "0x([0-9a-fA-F]{64})",
  scope: "lines",
  shown: 0,
  minEntropy: 3,
  examples: () => {
    const secret = sampleOf([hexAnyCase(64)]);
    return [{ text: `# the wallet's: 0x${secret}\n`, secret }];
  },
};

/** Source: https://www.rfc-editor.org/rfc/rfc7468 */
export const privateKey: Vendor = vendor("private keys", "https://www.rfc-editor.org/rfc/rfc7468", [
  pem,
  putty,
  ethereum,
  walletKey,
]);
