import { createApi, EventFeed, type DocumentSettings, type PluginInfo } from "@muster/api";
import { pseudonym } from "@muster/scanner";
import { answers, openDatabase, ScanQueue, type Database, type DatabasePlace } from "@muster/store";
import { parseLocation } from "@muster/worker";
import { apiEvidence } from "./evidence/api-evidence.ts";
import { keepEvidence } from "./evidence/evidence-keeper.ts";
import { LedgerBooks, type LedgerPlace } from "./evidence/ledger-books.ts";
import { firstToken } from "./first-token.ts";
import { HookSecrets } from "./hooks/hook-secrets.ts";
import { Authenticator } from "./http/authenticate.ts";
import { openHttp, type HttpSettings } from "./http/http-service.ts";
import { usualRates, type RateLimits } from "./http/rate-limits.ts";
import { openLog, type Log, type LogLevel } from "./log.ts";
import { openMetrics } from "./metrics.ts";
import { PushRoute } from "./push/push-route.ts";
import { keepTidy, pollRepositories, takeJobs, type JobSettings } from "./take-jobs.ts";

export interface ServeSettings extends JobSettings {
  readonly database: DatabasePlace;
  readonly http: HttpSettings;
  /** 0 leaves scans to other workers. */
  readonly concurrency: number;
  readonly version: string;
  /** What is scanned with. */
  readonly plugins: readonly PluginInfo[];
  readonly logLevel: LogLevel;
  readonly rates?: RateLimits;
  /** Without it any document is run. */
  readonly documents?: DocumentSettings;
  /** Where ledgers are kept; without it none are. */
  readonly ledgers?: LedgerPlace;
  /** From which the secrets of webhooks are made, and the hashes of people's names. Servers of one installation share it. */
  readonly hookKey: string;
}

export interface Service {
  readonly url: string;
  /** Of an administrator, at the first start on a database: this is the only time that it is known. */
  readonly firstToken?: string;
  /** Takes no more requests and jobs, waits for those in hand, and closes the database. */
  stop(): Promise<void>;
}

const anyDocument: DocumentSettings = { known: new Map(), only: false };

/** Serves the API over a database, with a worker in the same process. Throws a `StoreError` where the database cannot be used. */
export async function serve(settings: ServeSettings): Promise<Service> {
  const log = openLog(settings.logLevel);
  const database = await openDatabase(settings.database);
  const queue = await ScanQueue.open(database, { onError: (error) => log.error({ err: error }, "queue") });
  const metrics = openMetrics(queue);
  const secrets = new HookSecrets(settings.hookKey);
  const books = settings.ledgers === undefined ? undefined : await ownBooks(database, settings.ledgers, log);
  const { mirrors } = settings.worker;
  const api = createApi({
    database,
    queue,
    feed: new EventFeed(database),
    version: settings.version,
    documents: settings.documents ?? anyDocument,
    plugins: settings.plugins,
    webhookSecret: (repository) => secrets.of(repository),
    refusal: (location) => {
      const parsed = parseLocation(location, settings.worker.mirrors.policy);
      return parsed.status === "refused" ? parsed.reason : undefined;
    },
    evidence: books && apiEvidence(books, mirrors, settings.hookKey),
    logError: (id, error) => log.error({ err: error, id }, "operation failed"),
  });
  const token = await firstToken(database);
  const authenticator = new Authenticator(database, settings.rates ?? usualRates);
  const http = await openHttp(settings.http, { api, authenticator, documents: settings.documents ?? anyDocument, hooks: { database, queue, secrets, person: (name) => pseudonym(name, settings.hookKey) }, ledgers: { database, books }, push: new PushRoute({ database, mirrors: settings.worker.mirrors }), metrics, log, ready: async () => ((await answers(database)) ? undefined : "The database does not answer.") });
  if (settings.concurrency > 0) await takeJobs(database, queue, settings, log, metrics);
  const untidy = keepTidy(database, queue, log);
  const unpolled = settings.concurrency > 0 ? pollRepositories(database, queue, settings.worker, log) : undefined;
  const keeping = books && keepEvidence({ database, books, mirrors, scans: settings.worker.scans, log });
  log.info({ url: http.url, engine: database.engine, concurrency: settings.concurrency }, "serving");
  return {
    url: http.url,
    ...(token !== undefined && { firstToken: token }),
    stop: async () => {
      untidy();
      unpolled?.();
      await http.close();
      await queue.rest(10_000);
      await keeping?.stop();
      await database.close();
      log.info("stopped");
    },
  };
}

/** The ledgers of a database, where they are in this server's folder; it answers without them otherwise. */
async function ownBooks(database: Database, place: LedgerPlace, log: Log): Promise<LedgerBooks | undefined> {
  const books = new LedgerBooks(place);
  if (await books.belongTo(database)) return books;
  log.warn({ folder: place.folder }, "this server keeps no ledgers: those of its database are in another folder, or this folder has another database's. Start it with the data folder that the first server on the database had, or with a new one on a new database");
  return undefined;
}
