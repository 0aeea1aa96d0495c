export type { Credentials } from "./mirror/credentials.ts";
export type { FetchLimits } from "./mirror/git-fetch.ts";
export { isAncestor } from "./mirror/is-ancestor.ts";
export { parseLocation, type GitProtocol, type Location, type LocationPolicy, type ParsedLocation } from "./mirror/location.ts";
export { fetchCommit, type Fetched, type MirrorSettings } from "./mirror/mirror.ts";
export { pollDue, type PollEnd } from "./poll.ts";
export { runShardJob, type ShardSettings } from "./shard-job.ts";
export { runScanJob, type JobEnd, type ScanSettings, type WorkerSettings } from "./scan-job.ts";
