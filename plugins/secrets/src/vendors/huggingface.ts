import { token, type Vendor, vendor } from "../format.ts";
import { either, letters } from "../part.ts";

/** Source: https://huggingface.co/docs/hub/security-tokens */
export const huggingface: Vendor = vendor("Hugging Face", "https://huggingface.co/docs/hub/security-tokens", [
  token("huggingface-token", "Hugging Face access token", [either("hf_"), letters(34)]),
  token("huggingface-organisation-token", "Hugging Face organisation token", [either("api_org_"), letters(34)]),
]);
