import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.pinecone.io/guides/projects/manage-api-keys */
export const pinecone: Vendor = vendor("Pinecone", "https://docs.pinecone.io/guides/projects/manage-api-keys", [
  token("pinecone-api-key", "Pinecone API key", [either("pcsk_"), alnum(5, 8), either("_"), alnum(50, 70)]),
]);
