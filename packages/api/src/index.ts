export { createApi, graphqlPath, type Caller } from "./api.ts";
export type { ApiContext, ApiServices, PluginInfo } from "./context.ts";
export type { EvidenceServices } from "./evidence/evidence-services.ts";
export { documentOf, readDocuments, type DocumentParams, type DocumentSettings } from "./documents/known-documents.ts";
export { EventFeed } from "./feed/event-feed.ts";
