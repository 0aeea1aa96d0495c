import { type Format, type Vendor, vendor } from "../format.ts";

const name = "mnemonic|seed[_ -]?phrase|seed[_ -]?words|recovery[_ -]?phrase|secret[_ -]?phrase";

/** Twelve to twenty-four words of three to eight letters. Test chains print phrases of few different words, which open nothing. */
const phrase: Format = {
  id: "wallet-recovery-phrase",
  title: "recovery phrase of a wallet",
  kind: "private-key",
  confidence: "medium",
  keywords: ["mnemonic", "seed_phrase", "seed phrase", "seed-phrase", "seedphrase", "seed_words", "seedwords", "recovery_phrase", "recovery phrase", "recoveryphrase", "secret_phrase", "secretphrase"],
  pattern: `(?i:(?:${name})[a-z0-9_]{0,20})["'\\]?[ \\t]{0,4}(?:=|:|=>)[ \\t]{0,4}["']([a-z]{3,8}(?: [a-z]{3,8}){11}(?:(?: [a-z]{3,8}){3}){0,4})["']`,
  scope: "keyword",
  before: "any",
  after: "any",
  shown: 0,
  check: (value) => new Set(value.split(" ")).size >= 10,
  examples: () => {
    const secret = "river lamp orbit candy stone maple quick frost noble tiger vivid zebra";
    return [{ text: `MNEMONIC="${secret}"\n`, secret }];
  },
};

/** Source: https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki */
export const mnemonic: Vendor = vendor("BIP 39", "https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki", [
  phrase,
]);
