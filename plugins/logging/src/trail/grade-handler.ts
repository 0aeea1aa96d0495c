import type { Span, Term } from "@muster/contract";
import type { Sink } from "./sink.ts";

/** Arguments of a handler, by name and by position. */
export type Given = ReadonlyMap<string, Term>;

const files = /^logging\.(?:handlers\.)?(?:FileHandler|RotatingFileHandler|TimedRotatingFileHandler|WatchedFileHandler)$|ConcurrentRotatingFileHandler$/;
const streams = /^logging\.StreamHandler$|^rich\.logging\.RichHandler$|^colorlog\.StreamHandler$|^django\.utils\.log\./;
/** Neither keeps anything by itself. */
const passing = /^logging\.NullHandler$|^logging\.handlers\.(?:QueueHandler|MemoryHandler|BufferingHandler|SMTPHandler)$|AdminEmailHandler$|sentry/i;
const collectors: readonly (readonly [RegExp, string])[] = [
  [/^watchtower\.CloudWatchLogHandler$/, "CloudWatch Logs"],
  [/^logging_loki\.|LokiQueueHandler$|LokiHandler$/, "Loki"],
  [/^graypy\.|^pygelf\./, "a GELF collector"],
  [/^google\.cloud\.logging/, "Google Cloud Logging"],
  [/^opencensus\.ext\.azure\.log_exporter\.|AzureLogHandler$/, "Azure Monitor"],
  [/splunk/i, "Splunk"],
  [/^logtail\./, "Logtail"],
  [/^fluent\.(?:asynchandler|handler)\./, "Fluentd"],
  [/^logstash(?:_async)?\./, "Logstash"],
  [/^seqlog\./, "Seq"],
  [/Kafka\w*Handler$/, "Kafka"],
  [/^opentelemetry\.sdk\._logs\.LoggingHandler$/, "an OpenTelemetry collector"],
  [/^systemd\.journal\.JournalHandler$/, "the journal"],
];

/** Where what a handler is given goes; undefined for one that keeps nothing by itself. */
export function gradeHandler(name: string, given: Given, span: Span): Sink | undefined {
  if (passing.test(name)) return undefined;
  if (files.test(name)) return { grade: "rewritable", what: `a file on the host${fileName(given)}`, span };
  if (streams.test(name)) return { grade: "outside", what: "the standard output", span };
  if (name === "logging.handlers.SysLogHandler") return syslog(given, span);
  if (name === "logging.handlers.HTTPHandler" || name === "logging.handlers.SocketHandler") return { grade: "outside", what: "another host, by a protocol that says nothing of how it is kept", span };
  const collector = collectors.find(([pattern]) => pattern.test(name));
  // The journal of the same host can be sealed; whether it is, its own configuration says.
  if (collector?.[1] === "the journal") return { grade: "outside", what: "the journal of the host", span };
  if (collector) return { grade: "kept", what: collector[1], span };
  return { grade: "outside", what: `\`${name}\`, which is not followed`, span };
}

function fileName(given: Given): string {
  const file = given.get("filename") ?? given.get("0");
  return file?.kind === "const" && typeof file.value === "string" ? ` (${file.value})` : "";
}

/** A daemon of the same host passes on or not; another host keeps what this one cannot take back. */
function syslog(given: Given, span: Span): Sink {
  const address = given.get("address") ?? given.get("0");
  const host = address?.kind === "collection" ? address.items[0] : address;
  if (host === undefined) return { grade: "outside", what: "the syslog daemon of the host", span };
  if (host.kind !== "const") return { grade: "outside", what: "syslog, at an address that the environment decides", span };
  const text = String(host.value);
  return /^(?:localhost|127\.|::1|\/)/.test(text) ? { grade: "outside", what: "the syslog daemon of the host", span } : { grade: "kept", what: `syslog at ${text}`, span };
}
