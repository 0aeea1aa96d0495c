import { assigned, type Vendor, vendor } from "../format.ts";
import { upperAlnum } from "../part.ts";

/** Source: https://docs.etherscan.io/getting-an-api-key */
export const etherscan: Vendor = vendor("Etherscan", "https://docs.etherscan.io/getting-an-api-key", [
  assigned("etherscan-key", "Etherscan API key", ["etherscan", "bscscan", "polygonscan", "arbiscan"], [upperAlnum(34)], { minEntropy: 3.5 }),
]);
