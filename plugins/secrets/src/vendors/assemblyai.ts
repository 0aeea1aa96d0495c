import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://www.assemblyai.com/docs/api-reference/overview */
export const assemblyai: Vendor = vendor("AssemblyAI", "https://www.assemblyai.com/docs/api-reference/overview", [
  assigned("assemblyai-api-key", "AssemblyAI API key", ["assemblyai", "assembly_ai", "aai_api_key"], [hex(32)], { minEntropy: 3 }),
]);
