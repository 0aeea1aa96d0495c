export { baselineOf } from "./baseline.ts";
export { PluginLoadError } from "./plugin-load-error.ts";
export { scan, type Scan } from "./scan.ts";
export { scanCommits, type CommitScan } from "./series/scan-commits.ts";
export type { ScanEvent } from "./scan-event.ts";
export { defaultLimits, type ApprovedPublic, type BaselineEntry, type PluginSource, type ScanLimits, type ScanRequest } from "./scan-request.ts";
export { ScanTargetError } from "./scan-target-error.ts";
