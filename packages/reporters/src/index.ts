export type { SourceReader } from "./code/source-reader.ts";
export { reaches, severities, severityRank, type Threshold } from "./severity.ts";
export { sanitise } from "./text/sanitise.ts";
export { count } from "./text/layout.ts";
