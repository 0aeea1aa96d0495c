export { graphql, type FragmentOf, type ResultOf, type TadaDocumentNode, type VariablesOf } from "./graphql.ts";
export { MusterClient, type ClientSettings, type SubscribeOptions } from "./muster-client.ts";
export { MusterError } from "./muster-error.ts";
