export { pairEndpoints, type EndpointPairs, type PairedEndpoint, type PairedSide } from "./pair-endpoints.ts";
export { pairFindings, type FindingDiff, type PairedFinding } from "./pair-findings.ts";
