export { compareResults } from "./compare-results.ts";
export { renderDiffMarkdown } from "./diff-markdown.ts";
export { renderDiff } from "./diff-terminal.ts";
export type { ScanDiff } from "./scan-diff.ts";
