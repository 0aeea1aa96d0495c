import type { Application, ControlResult, Endpoint, Finding, RuleMeta, WaivedFinding } from "@muster/contract";
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { RefMove } from "../evidence/ref-updates.ts";
import type { WaiverWish } from "../evidence/waiver-requests.ts";
import type { EventKind } from "../scans/events.ts";
import type { ScanOrigin, ScanProgress, ScanState, ScanPriority, ScanSummary } from "../scans/scan.ts";
import type { TriageState } from "../inventory/triage-state.ts";

type Id = GeneratedAlways<number>;
type Time = ColumnType<Date, Date | undefined, Date>;
type MaybeTime = ColumnType<Date | null, Date | null | undefined, Date | null>;
/** Written as text, read as what it says. */
type Stored<T> = ColumnType<T, string, string>;

interface OfRepository {
  tenant_id: number;
  repository_id: number;
}

/** One version of something that scans found. */
interface Version<Document> extends OfRepository {
  id: Id;
  digest: string;
  /** What the thing is the same by, in other versions of it. */
  key: string;
  first_seen_at: Date;
  current: Generated<boolean>;
  document: Stored<Document>;
}

interface Membership extends OfRepository {
  scan_id: number;
  item_id: number;
}

/** An endpoint with the results of the controls on it. */
export interface EndpointDocument {
  readonly endpoint: Endpoint;
  readonly controls: readonly ControlResult[];
}

/** The tables of the schema `muster`. */
export interface Tables {
  "muster.tenant": { id: Id; name: string; created_at: Time };
  "muster.token": { id: Id; tenant_id: number; name: string; hash: Uint8Array; scopes: string[]; repositories: number[] | null; created_at: Time; expires_at: MaybeTime; revoked_at: MaybeTime; last_used_at: MaybeTime };
  "muster.audit": { id: Id; tenant_id: number; token_id: number | null; action: string; target: string; detail: Stored<{ readonly [key: string]: unknown }>; at: Time };
  "muster.repository": {
    id: Id; tenant_id: number; name: string; location: string; credential: string | null; main_ref: string | null;
    quarantined_at: MaybeTime; quarantine_reason: string | null; current_scan_id: number | null; created_at: Time; version: Generated<number>; poll_seconds: ColumnType<number | null, number | null | undefined, number | null>; polled_at: MaybeTime;
  };
  "muster.ref": OfRepository & { name: string; commit_sha: string; seen_at: Time };
  "muster.commit": OfRepository & { sha: string; committed_at: Date; on_main: Generated<boolean> };
  "muster.scan": OfRepository & {
    id: Id; reference: string; commit_sha: string | null; state: ScanState; origin: Generated<ScanOrigin>; priority: ScanPriority; attempts: Generated<number>; reason: string | null;
    progress: ColumnType<ScanProgress | null, string | null | undefined, string | null>; summary: ColumnType<ScanSummary | null, string | null | undefined, string | null>;
    result_sha256: string | null; tool_version: string | null; job_id: string | null; superseded_by: number | null; requested_at: Time; started_at: MaybeTime; ended_at: MaybeTime;
  };
  "muster.fact": { tenant_id: number; key: string; body: Uint8Array; at: Time };
  "muster.scan_shard": OfRepository & { scan_id: number; shard: number; of: number; beat_at: MaybeTime; done_at: MaybeTime };
  "muster.scan_result": OfRepository & { scan_id: number; body: Uint8Array };
  "muster.scan_control": OfRepository & {
    scan_id: number; control: string; passed: number; failed: number; not_applicable: number; indeterminate: number; errors: number; results: Stored<readonly ControlResult[]>;
  };
  "muster.rule": { tenant_id: number; rule: string; meta: Stored<RuleMeta>; seen_at: Time };
  "muster.application": Version<Application> & { name: string; framework: string; folder: string };
  "muster.scan_application": Membership;
  "muster.endpoint": Version<EndpointDocument> & { application_key: string; method: string; path: string; posture: Endpoint["posture"]; framework: string; folder: string; failing: string[]; undecided: string[]; attributes: Generated<string[]> };
  "muster.scan_endpoint": Membership;
  "muster.finding": Version<Finding | WaivedFinding> & {
    rule: string; severity: number; confidence: Finding["confidence"]; message: string; path: string; line: number; folder: string; endpoint_key: string | null; secret: boolean; waived: boolean; attributes: Generated<string[]>; state: Generated<TriageState>;
  };
  "muster.scan_finding": Membership;
  "muster.triage": OfRepository & { id: Id; finding_key: string; state: TriageState; note: string; owner: string | null; expires: ColumnType<Date | null, string | null, string | null>; token_id: number | null; at: Time };
  "muster.ref_update": OfRepository & { id: Id; ref: string; before_sha: string; after_sha: string; at: Date; actor: string | null; kind: RefMove["kind"]; source: RefMove["source"]; delivery: string | null; sequence: number | null };
  "muster.scan_record": OfRepository & { scan_id: number; sequence: number; state: Uint8Array };
  "muster.ledger_home": { single: Generated<boolean>; home: string; claimed_at: Time };
  "muster.waiver_request": OfRepository & { id: Id; waiver: Stored<WaiverWish>; requested_by: number; requested_at: Time; approved_by: number | null; sequence: number | null };
  "muster.hook_delivery": OfRepository & { digest: string; at: Time };
  "muster.event": OfRepository & { id: Id; scan_id: number | null; kind: EventKind; detail: Stored<{ readonly [key: string]: unknown }>; at: Time };
}
