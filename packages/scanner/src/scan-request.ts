import type { Approval, ConfigurationEffect, Json, Waiver } from "@muster/contract";

/** A plugin by the module that holds it: workers import it too, so it is named and not handed over. */
export interface PluginSource {
  /** Absolute URL of the module (`import.meta.resolve("@muster/plugin-auth")`, `file:///…/plugin.ts`). Its default export is the plugin. */
  readonly specifier: string;
  /** Checked against the plugin's own schema before a worker starts. Default `{}`. */
  readonly options?: Json;
  /** What the module has to be; another name or version is refused. */
  readonly expected?: { readonly name: string; readonly version?: string };
}

/**
 * Bounds on what one file, one judge or one thread may take. What exceeds one is an outcome of the scan, never its end. Milliseconds are
 * of processor time, so that a busy machine changes no result; what sleeps is ended after twelve times as many by the clock.
 */
export interface ScanLimits {
  /** Milliseconds that one extractor may work on one file. */
  readonly fileMs: number;
  /** Milliseconds that one rule or control may work. */
  readonly judgeMs: number;
  /** Milliseconds that a linker may work between two signs of life (a demand or a note of progress). */
  readonly linkMs: number;
  /** Megabytes that a worker thread may hold; the thread that links and judges may hold twice that. One that goes half a gigabyte beyond is ended. */
  readonly workerMb: number;
  /** Files of more bytes are skipped, and listed as skipped. */
  readonly fileBytes: number;
}

export const defaultLimits: ScanLimits = { fileMs: 10_000, judgeMs: 60_000, linkMs: 120_000, workerMb: 512, fileBytes: 64 * 1024 * 1024 };

/** An endpoint that may be public. `method` is `*` for any; `path` is a template in which `*` stands for one segment and `**` for any number. */
export interface ApprovedPublic extends Pick<Approval, "method" | "path">, Partial<Pick<Approval, "reason" | "owner" | "expires">> {
  /** Without it the approval holds whatever the handlers' code is; an empty list holds for no code. */
  readonly code?: Approval["code"];
}

/** What a person knows of already: a finding by its identity (rule, path and, for a secret, its keyed hash), as often as it is there. */
export interface BaselineEntry {
  readonly rule: string;
  readonly path: string;
  readonly identity: string;
  readonly count: number;
  /** True where the history alone holds it. */
  readonly past?: true;
}

/** Facts that several machines make and use, by content and extractor. What is got is taken as it is: whoever may put is trusted. */
export interface SharedFacts {
  /** Those that are known of some keys. */
  get(keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  put(entries: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** What to scan, with what, and within which bounds. */
export interface ScanRequest {
  /** Folder to scan. */
  readonly root: string;
  /** A commit (or what leads to one) that is scanned in place of what lies in the folder, out of git's objects: the work tree is not touched. */
  readonly commit?: string;
  readonly plugins: readonly PluginSource[];
  /** Worker threads. Default: what the machine offers. */
  readonly threads?: number;
  /** Folder for facts and results that later scans reuse; made where it is missing. Without one nothing is kept. */
  readonly cacheFolder?: string;
  /** Of a commit: facts that are known elsewhere are not made again, and what is made is handed over. */
  readonly sharedFacts?: SharedFacts;
  /** Patterns as in `.gitignore`, relative to the root: only matching files are scanned. */
  readonly include?: readonly string[];
  /** Patterns as in `.gitignore`, relative to the root: matching files are not scanned. */
  readonly exclude?: readonly string[];
  readonly approvedPublic?: readonly ApprovedPublic[];
  readonly waivers?: readonly Waiver[];
  /** The day for which waivers and approvals are judged (`YYYY-MM-DD`, UTC). Default: today. It matters, and is told, only where one of them has an end. */
  readonly date?: string;
  /** What a configuration changed: kept in the result. Its `rulesOff` are not reported, its `severities` replace the rules' own. */
  readonly configuration?: ConfigurationEffect;
  /** What is known already: it is suppressed, as often as it is known. */
  readonly baseline?: readonly BaselineEntry[];
  /** Looks at all that the commits of every ref ever held, too. `dangling`: and at what no ref reaches any more. */
  readonly history?: { readonly dangling: boolean };
  /** Lists what was suppressed one by one, beside its counts. */
  readonly listSuppressed?: boolean;
  /** Ends the scan early: `result` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<ScanLimits>;
}
