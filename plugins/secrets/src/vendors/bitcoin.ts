import { assigned, token, type Vendor, vendor } from "../format.ts";
import { isBase58Check, toBase58Check } from "../base58.ts";
import { base58, either } from "../part.ts";

/** Base58Check of 78 bytes: four of a version, and a key that comes with what leads to all keys below it. */
const versions: Readonly<Record<string, string>> = { xprv: "0488ade4", yprv: "049d7878", zprv: "04b2430c", tprv: "04358394", uprv: "044a4e28", vprv: "045f18bc" };

const extended = token("bip32-private-key", "extended private key of a wallet", [either(...Object.keys(versions)), base58(107)], {
  kind: "private-key",
  check: isBase58Check,
  seal: (sample) => toBase58Check(Buffer.concat([Buffer.from(versions[sample.slice(0, 4)] ?? "", "hex"), Buffer.alloc(74, sample)])),
});

/** A byte of a version, 32 of a key and perhaps one more, in Base58Check. */
const importFormat = assigned("bitcoin-private-key", "private key of a Bitcoin wallet", ["bitcoin", "btc_", "_wif", "wif_", "private_key", "privatekey", "privkey"], [either("5", "K", "L", "c", "9"), base58(50, 51)], {
  kind: "private-key",
  check: isBase58Check,
  seal: (sample) => toBase58Check(Buffer.concat([Buffer.from([0x80]), Buffer.alloc(32, sample), Buffer.from([0x01])])),
});

/** Source: https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki */
export const bitcoin: Vendor = vendor("Bitcoin", "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki", [
  extended,
  importFormat,
]);
