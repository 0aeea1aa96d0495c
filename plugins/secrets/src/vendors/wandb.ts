import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64url, either, hex } from "../part.ts";

/** Source: https://docs.wandb.ai/quickstart */
export const wandb: Vendor = vendor("Weights & Biases", "https://docs.wandb.ai/quickstart", [
  assigned("wandb-api-key", "Weights & Biases API key", ["wandb"], [hex(40)], { minEntropy: 3 }),
  token("wandb-key", "Weights & Biases key", [either("wandb_v1_"), base64url(40, 90)], { minEntropy: 3.5 }),
]);
