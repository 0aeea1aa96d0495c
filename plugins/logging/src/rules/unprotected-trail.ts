import { compareSpans, defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { trailSinks } from "../trail/trail-sinks.ts";

const messages = {
  file: "Audit events go to {what} and nowhere else, unsigned: who gets into the host can change or remove them.",
  table: "Audit events go to {what}, unsigned: who can write to that database can change or remove them.",
} as const;

/** Audit events that can be rewritten where they are kept. One finding for each place. */
export const unprotectedTrail: Rule<typeof messages> = defineRule({
  meta: {
    id: "logging/unprotected-trail",
    title: "Audit events that can be rewritten",
    why: "The first thing that an intruder tidies up is what tells of the intrusion. Records that the application, or anyone on its host, can change show what happened only as long as nobody minds.",
    mend: "Ship audit events as they are written to a store that only appends (syslog on another host, CloudWatch Logs, Loki, Kafka, object storage with a retention lock), or sign each record and chain it to the one before. For a table, take UPDATE and DELETE on it from the application's account and copy it out.",
    messages,
    controls: ["AUDIT-02"],
    owasp: [],
    cwe: [778, 345],
    severity: "low",
    confidence: "medium",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    const told = new Set<string>();
    for (const { grade, what, span, key, event } of [...trailSinks(input)].sort((a, b) => compareSpans(a.span, b.span))) {
      const isFile = what.startsWith("a file");
      // A table is one place, wherever rows of it are written.
      const place = isFile ? `${what} ${span.path}:${span.line}` : what;
      if (grade !== "rewritable" || told.has(place)) continue;
      told.add(place);
      yield {
        message: isFile ? "file" : "table",
        data: { what },
        span,
        symbol: "",
        identity: isFile ? `${key} ${what}` : what,
        proof: [...event.steps, { span: event.span, note: "an audit event is written here" }, { span, note: `it goes to ${what}` }],
      };
    }
  },
});
