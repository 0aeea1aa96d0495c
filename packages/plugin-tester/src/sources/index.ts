export { endpointOf, lineAt, linkSources, routesOf, traceOf, type Sources } from "./link-sources.ts";
