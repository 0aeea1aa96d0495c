import type { JudgeInput, Term } from "@muster/contract";
import { auditCoverage } from "../audit-coverage.ts";
import type { AuditEvent } from "../audit-event.ts";
import { logLevel } from "../logger.ts";
import { argumentsOf, calledName, namesOf, reaches, receiverOf } from "../term.ts";
import { insertedTable, isRecord, publishes, sends } from "../written.ts";
import { nameOfLogger, readLogConfiguration, sinksOf, type LogConfiguration } from "./log-configuration.ts";
import { isSigned } from "./signed.ts";
import type { Sink } from "./sink.ts";

/** One way that audit events take, and where it ends. */
export interface TrailSink extends Sink {
  /** What tells it from others: a logger, a table, a library. */
  readonly key: string;
  /** The first event that takes it. */
  readonly event: AuditEvent;
}

/** Where the audit events of a repository end up, each way once. */
export function trailSinks(input: JudgeInput): readonly TrailSink[] {
  const configuration = readLogConfiguration(input);
  const found = new Map<string, TrailSink>();
  for (const endpoint of input.endpoints) {
    const coverage = auditCoverage(input, endpoint);
    if (coverage.kind !== "audited" && coverage.kind !== "some-paths" && coverage.kind !== "incomplete") continue;
    for (const sink of sinksFor(coverage.by, configuration)) {
      const key = `${sink.key} ${sink.what} ${sink.span.path}:${sink.span.line}`;
      if (!found.has(key)) found.set(key, sink);
    }
  }
  return [...found.values()];
}

function sinksFor(event: AuditEvent, configuration: LogConfiguration): readonly TrailSink[] {
  const { call, library, span } = event;
  const one = (key: string, sink: Sink): TrailSink => ({ ...sink, key, event });
  if (library !== undefined) return [one(library, { grade: "rewritable", what: `tables of ${library} in the application's own database`, span })];
  if (call === undefined) return [one("", { grade: "outside", what: "what could not be followed", span })];
  if (isSigned(call)) return [one("signed", { grade: "kept", what: "a record that is signed or chained", span })];
  if (logLevel(call) !== undefined) return ofLogger(event, configuration, one);
  const names = [...namesOf(call.callee), ...argumentsOf(call).flatMap(namesOf)].join(".");
  const store = stores.find(([pattern]) => pattern.test(names) || reaches(call.callee, (part) => part.kind === "symbol" && pattern.test(part.name)));
  if (store) return [one(store[1], { grade: "kept", what: store[1], span })];
  const record = recordOf([...argumentsOf(call), receiverOf(call)]);
  if (record !== undefined) return [one(record, { grade: "rewritable", what: `the table of ${record} in the application's own database`, span })];
  return [one(calledName(call), { grade: "outside", what: publishes(call) || sends.has(calledName(call)) ? "others, as a message" : `\`${namesOf(call.callee).slice(-2).join(".")}\`, which is not followed`, span })];
}

/** Stores that only append, by what their clients are called. */
const stores: readonly (readonly [RegExp, string])[] = [
  [/kafka|confluent/i, "Kafka"],
  [/immudb/i, "immudb"],
  [/qldb/i, "QLDB"],
  [/kinesis|firehose/i, "a stream of Kinesis"],
  [/put_log_events/, "CloudWatch Logs"],
  [/eventhub/i, "Event Hubs"],
  [/rekor|sigstore|trillian/i, "a transparency log"],
];

function ofLogger(event: AuditEvent, configuration: LogConfiguration, one: (key: string, sink: Sink) => TrailSink): readonly TrailSink[] {
  const { call, span } = event;
  const receiver = call && receiverOf(call);
  const isLoguru = receiver !== undefined && reaches(receiver, (part) => part.kind === "symbol" && part.name.startsWith("loguru"));
  const name = nameOfLogger(receiver);
  const sinks = isLoguru ? configuration.loguru : sinksOf(configuration, name ?? "");
  const key = isLoguru ? "loguru" : `logger ${name ?? ""}`;
  // One copy that nobody can take back is enough.
  const kept = sinks.find((sink) => sink.grade === "kept");
  if (kept) return [one(key, kept)];
  const outside = sinks.find((sink) => sink.grade === "outside");
  if (outside) return [one(key, outside)];
  if (configuration.unread) return [one(key, { grade: "outside", what: "what a configuration says that was not read", span: configuration.unread })];
  const [first] = sinks;
  return [one(key, first ?? { grade: "outside", what: "handlers that the repository does not configure", span })];
}

function recordOf(terms: readonly (Term | undefined)[]): string | undefined {
  for (const term of terms) {
    const table = term && insertedTable(term);
    if (table !== undefined) return table;
    const found: string[] = [];
    if (term) reaches(term, (part) => isRecord(part) && found.push(namesOf(part).findLast((name) => /^_*[A-Z]/.test(name)) ?? "") > 0);
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}
