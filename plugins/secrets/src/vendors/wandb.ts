import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.wandb.ai/quickstart */
export const wandb: Vendor = vendor("Weights & Biases", "https://docs.wandb.ai/quickstart", [
  assigned("wandb-api-key", "Weights & Biases API key", ["wandb"], [hex(40)], { minEntropy: 3 }),
]);
