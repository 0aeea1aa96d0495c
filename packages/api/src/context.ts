import type { AttributeDeclaration, RuleMeta } from "@muster/contract";
import type { Bearer, Database, Repository, Scan, ScanQueue, TenantRows, TriageEntry } from "@muster/store";
import type DataLoader from "dataloader";
import type { EvidenceServices } from "./evidence/evidence-services.ts";
import type { DocumentSettings } from "./documents/known-documents.ts";
import type { EventFeed } from "./feed/event-feed.ts";

/** A plugin that the service scans with. */
export interface PluginInfo {
  readonly name: string;
  readonly version: string;
  /** Whether it comes with Muster; others are the operator's. */
  readonly builtin: boolean;
  readonly frameworks: readonly string[];
  readonly rules: readonly RuleMeta[];
  readonly attributes: readonly AttributeDeclaration[];
}

/** What the schema needs of the process that serves it. */
export interface ApiServices {
  readonly database: Database;
  readonly queue: ScanQueue;
  readonly feed: EventFeed;
  readonly version: string;
  readonly documents: DocumentSettings;
  readonly plugins: readonly PluginInfo[];
  /** With which the git host of a repository signs what it sends. */
  webhookSecret(repository: number): string;
  /** Why a repository cannot be registered from there; undefined where it can. */
  refusal(location: string): string | undefined;
  /** Ledgers, where this service keeps some. */
  readonly evidence: EvidenceServices | undefined;
  /** Notes an error that callers are told nothing of but the id. */
  logError(id: string, error: unknown): void;
}

/** What resolvers know of one request. There is no request without a bearer. */
export interface ApiContext {
  readonly services: ApiServices;
  readonly bearer: Bearer;
  /** Runs statements that see what the bearer may see, in a transaction of their own, which is committed when the answer comes. */
  run<T>(work: (rows: TenantRows) => Promise<T>): Promise<T>;
  /** Runs statements that only read, in the transaction that reads of one operation share. */
  read<T>(work: (rows: TenantRows) => Promise<T>): Promise<T>;
  readonly repositories: DataLoader<number, Repository | undefined>;
  readonly scans: DataLoader<number, Scan | undefined>;
  /** What was decided on a finding, the newest first, by the finding's id. */
  readonly triage: DataLoader<number, readonly TriageEntry[]>;
}
