import path from "node:path";
import type { ScanResult } from "@muster/contract";
import type { Threshold } from "@muster/reporters";
import { commitOf, PluginLoadError, scan, ScanTargetError, type ScanRequest } from "@muster/scanner";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { readDate, readThreads, readThreshold } from "../arguments/read-values.ts";
import { readBaseline } from "../baseline/baseline-file.ts";
import { CommandError } from "../command-error.ts";
import { configurationEffect } from "../configuration/configuration-effect.ts";
import type { LoadedConfiguration } from "../configuration/configuration.ts";
import { loadConfiguration } from "../configuration/load-configuration.ts";
import { hashKeyOf } from "../environment/secret-hash-key.ts";
import type { Session } from "../environment/session.ts";
import { cacheFolder } from "../environment/user-folders.ts";
import { ProgressBar, type ProgressState } from "../output/progress-bar.ts";
import { writeText } from "../output/write-text.ts";
import { repositoryCache } from "./cache-place.ts";
import { checkRuleNames } from "./check-rule-names.ts";
import { describedOptions } from "./described-options.ts";
import { pluginSources } from "./plugin-list.ts";
import { secretsOptions } from "./secrets-options.ts";
import { nextProgress } from "./scan-progress.ts";

export interface ScanOutcome {
  readonly result: ScanResult;
  /** The least severity that fails: of the command line, else of the configuration, else medium. */
  readonly failOn: Threshold;
}

/** What is scanned of a folder, where it is not what lies in it, with everything. */
interface Subject {
  /** A commit of it. */
  readonly commit?: string;
  /** Built-in plugins to scan with; all, and those of the configuration, without it. */
  readonly only?: readonly string[];
  /** Whether what a baseline knows is told too. */
  readonly everything?: true;
  /** The day for which waivers are judged, in place of the arguments'. */
  readonly date?: string;
}

/** What the arguments and the configuration ask for, of a folder. */
export interface PreparedScan extends Pick<ScanOutcome, "failOn"> {
  readonly request: ScanRequest;
  readonly configuration: LoadedConfiguration | undefined;
}

/** Reads arguments and configuration. Throws `CommandError`. */
export async function prepareScan(folder: string, given: Arguments, session: Session, only?: readonly string[]): Promise<PreparedScan> {
  const loaded = await loadConfiguration(lastValue(given, "config"), folder, session.cwd);
  const threads = lastValue(given, "threads");
  const pool = threads === undefined ? {} : { threads: readThreads(threads) };
  const threshold = lastValue(given, "fail-on");
  const failOn = threshold === undefined ? (loaded?.configuration.failOn ?? "medium") : readThreshold(threshold);
  const caches = path.resolve(session.cwd, lastValue(given, "cache-dir") ?? cacheFolder(session.env));
  const date = lastValue(given, "date");
  const trusted = given.switches.get("trust-config") === true;
  const request: ScanRequest = {
    root: folder,
    plugins: pluginSources(loaded, trusted, { secrets: await secretsOptions(given, session), python: describedOptions(loaded, trusted) }, only),
    ...pool,
    ...(given.switches.get("cache") === false ? {} : { cacheFolder: repositoryCache(caches, folder) }),
    ...(loaded === undefined
      ? {}
      : {
          include: loaded.configuration.paths?.include ?? [],
          exclude: loaded.configuration.paths?.exclude ?? [],
          // Bound to the code that was looked at, like a waiver: one that names none holds for none, and is told what to name.
          approvedPublic: (loaded.configuration.public ?? []).map((approval) => ({ code: [], ...approval })),
          waivers: loaded.configuration.waivers ?? [],
          configuration: configurationEffect(loaded),
        }),
    listSuppressed: given.switches.get("show-suppressed") === true,
    ...(date === undefined ? {} : { date: readDate(date) }),
    signal: session.signal,
  };
  return { request, failOn, configuration: loaded };
}

/** Scans a folder, or a commit of it, as the arguments and the configuration say. Throws `CommandError`, or the reason of the session's signal. */
export async function runScan(folder: string, given: Arguments, session: Session, { commit, only, everything, date }: Subject = {}): Promise<ScanOutcome> {
  const { request, failOn, configuration: loaded } = await prepareScan(folder, given, session, only);
  const baseline = everything === true ? {} : await baselineRequest(folder, given, session);
  const result = await watched({ ...request, ...(commit === undefined ? {} : { commit }), ...historyRequest(given), ...baseline, ...(date === undefined ? {} : { date }) }, given, session);
  // Without a file there is nothing that a report could speak of, and an empty one would read as clean.
  if (result.coverage.listed === 0 && commit === undefined && result.history === undefined) throw new CommandError(2, `There is nothing to scan in ${folder}: it holds no file.`, loaded === undefined ? "Check the path." : `Check the path, and what ${loaded.file} includes and excludes.`);
  if (loaded !== undefined) checkRuleNames(loaded, result.rules, only);
  return { result, failOn };
}

/** The id of a commit of a folder's repository. Throws `CommandError`. */
export async function resolveCommit(folder: string, reference: string, session: Session): Promise<string> {
  try {
    return await commitOf(folder, reference, session.signal);
  } catch (error) {
    if (error instanceof ScanTargetError) throw new CommandError(2, error.message, "", { cause: error });
    throw error;
  }
}

function historyRequest(given: Arguments): Pick<ScanRequest, "history"> {
  const dangling = given.switches.get("dangling") === true;
  if (given.switches.get("history") === true) return { history: { dangling } };
  if (dangling) throw new CommandError(2, "--dangling says how far the history is looked at, and it is not looked at.", "Give --history too.");
  return {};
}

/** The baseline that is named, or that lies in the folder. */
async function baselineRequest(folder: string, given: Arguments, session: Session): Promise<Pick<ScanRequest, "baseline">> {
  const named = lastValue(given, "baseline");
  const key = hashKeyOf(session.env);
  const found = readBaseline(named, folder, session.cwd, key.status === "known" ? key.key : undefined);
  switch (found.status) {
    case "none":
      return {};
    case "found":
      return { baseline: found.entries };
    case "foreign": {
      const advice = "Share one key: MUSTER_HASH_KEY_FILE names its file. Or write the baseline anew: muster baseline.";
      if (named !== undefined) throw new CommandError(2, `The baseline ${found.file} was written with the key of another installation, and cannot be compared.`, advice);
      await writeText(session.stderr, `muster: ${found.file} was written with the key of another installation: everything is told as new. ${advice}\n`);
      return {};
    }
    default:
      return found satisfies never;
  }
}

/** Runs the scan, with a progress bar where someone is there to see it. */
async function watched(request: ScanRequest, given: Arguments, session: Session): Promise<ScanResult> {
  const drawn = given.switches.get("progress") !== false && given.switches.get("quiet") !== true && session.stderr.isTTY && (session.env["CI"] ?? "") === "";
  using bar = drawn ? new ProgressBar(session.stderr) : undefined;
  try {
    const running = scan(request);
    // Told of a rejection here, before the iteration below could end by it.
    running.result.catch(() => undefined);
    if (bar !== undefined) {
      let state: ProgressState = { stage: "discover", done: 0, total: 0 };
      for await (const event of running) bar.update((state = nextProgress(state, event)));
    }
    return await running.result;
  } catch (error) {
    if (error instanceof ScanTargetError || error instanceof PluginLoadError) throw new CommandError(2, error.message, "", { cause: error });
    throw error;
  }
}
