export { renderControls } from "./control-report.ts";
export { renderEvidence, type EvidencePageOptions } from "./evidence-page.ts";
export { renderExplanation } from "./explanation.ts";
export { renderFixes, type FixReport } from "./fix-report.ts";
export { type EndpointSearch, findEndpoint } from "./find-endpoint.ts";
export type { TerminalOptions } from "./page.ts";
export { renderRuleList, renderRulePage, type RulePageOptions } from "./rule-page.ts";
export { renderInventory, renderTerminal } from "./terminal-report.ts";
