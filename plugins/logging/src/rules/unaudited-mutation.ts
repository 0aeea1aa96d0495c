import { defineRule, type Endpoint, type JudgeInput, type Report, type Rule } from "@muster/contract";
import { type AuditCoverage, auditCoverage } from "../audit-coverage.ts";
import { writeEvent } from "../mends/write-event.ts";
import { auditSteps, changeSteps, lacksText, placeText } from "../wording.ts";

const messages = {
  missing: "{endpoints} {deed} and leaves no audit event: nothing written on the way names who did what to which object.{nearest}",
  "no-actor": "The event that {endpoints} writes at {place} names {lacks}: it does not tell who did it.",
  "no-object": "The event that {endpoints} writes at {place} names {lacks}: it does not tell what was changed.",
  "no-action": "The event that {endpoints} writes at {place} names {lacks}: it does not tell what was done.",
  "some-paths": "{endpoints} is audited at {place}, but the success that ends at {exit} is not.",
  "debug-only": "{endpoints} is recorded at {place} on a debug level only, which production drops.",
} as const;

type Id = keyof typeof messages;

/** Handlers that destroy or overwrite and leave no full audit event. Endpoints that share a handler share the finding. */
export const unauditedMutation: Rule<typeof messages> = defineRule({
  meta: {
    id: "logging/unaudited-mutation",
    title: "A destructive handler without an audit event",
    why: "After an incident, or in a dispute, nobody can tell who deleted or changed what. The request log shows a path and a status, not the caller and not the object; it is also the first thing to be rotated away.",
    mend: "Write one event on every path that succeeds, beside the change, with actor, action and object: `audit_logger.info(\"item.deleted\", extra={\"audit\": True, \"actor\": current_user.id, \"object\": item_id})`, or a row in the audit table inside the same transaction. Do it in the service or repository that all callers share.",
    messages,
    controls: ["AUDIT-01"],
    owasp: [],
    cwe: [778],
    severity: "medium",
    confidence: "medium",
    stability: "stable",
  },
  *judge(input: JudgeInput) {
    const groups = new Map<string, { readonly found: Reportable; readonly endpoints: Endpoint[] }>();
    for (const endpoint of input.endpoints) {
      const coverage = auditCoverage(input, endpoint);
      const found = reportable(coverage);
      if (found === undefined) continue;
      const { symbol, span } = endpoint.handler;
      const key = [symbol, span.path, span.line, found.message].join("\0");
      const known = groups.get(key);
      const fix = known === undefined && coverage.kind === "missing" ? writeEvent(endpoint, coverage, input) : undefined;
      if (known === undefined) groups.set(key, { found: { ...found, ...(fix && { fix }) }, endpoints: [endpoint] });
      else known.endpoints.push(endpoint);
    }
    for (const { found, endpoints } of groups.values()) yield* reportsOf(found, endpoints);
  },
});

type Reportable = Pick<Report<Id>, "message" | "data" | "proof" | "severity" | "confidence" | "fix">;

function reportable(coverage: AuditCoverage): Reportable | undefined {
  switch (coverage.kind) {
    case "not-applicable":
    case "indeterminate":
    case "audited":
      return undefined;
    case "missing": {
      const { nearest } = coverage;
      const hint = nearest === undefined ? "" : ` The log at ${placeText(nearest.span)} names ${lacksText(nearest.lacks)}.`;
      // Where no change was recognised there may be none.
      return { message: "missing", ...(coverage.changes.length > 0 ? {} : { severity: "low", confidence: "low" }), data: { nearest: hint, deed: coverage.changes.length > 0 ? "changes data" : "is there to change data (no change was recognised)" }, proof: [...changeSteps(coverage.changes), ...(nearest === undefined ? [] : auditSteps(nearest))] };
    }
    case "incomplete": {
      const [first = "action"] = coverage.by.lacks;
      return {
        message: `no-${first}`,
        severity: first === "action" ? "info" : "low",
        ...doubt(coverage.certain),
        data: { place: placeText(coverage.by.span), lacks: lacksText(coverage.by.lacks) },
        proof: [...changeSteps(coverage.changes), ...auditSteps(coverage.by)],
      };
    }
    case "debug-only":
      return { message: "debug-only", severity: "low", ...doubt(coverage.certain), data: { place: placeText(coverage.by.span) }, proof: [...changeSteps(coverage.changes), ...auditSteps(coverage.by)] };
    case "some-paths":
      return {
        message: "some-paths",
        severity: "low",
        ...doubt(coverage.certain),
        data: { place: placeText(coverage.by.span), exit: placeText(coverage.exit.span) },
        proof: [...changeSteps(coverage.changes), ...auditSteps(coverage.by), { span: coverage.exit.span, note: "this success is reached without it" }],
      };
    default:
      return coverage satisfies never;
  }
}

/** What was not seen may hold what is missed. */
function doubt(certain: boolean): Pick<Report, "confidence"> {
  return certain ? {} : { confidence: "low" };
}

function* reportsOf(found: Reportable, endpoints: readonly Endpoint[]): Iterable<Report<Id>> {
  const [first, ...others] = endpoints;
  if (first === undefined) return;
  const name = `${first.method} ${first.path}`;
  yield {
    ...found,
    data: { ...found.data, endpoints: others.length === 0 ? name : `${name} (and ${others.length} more on this handler)` },
    span: first.handler.span,
    symbol: first.handler.symbol,
    identity: "audit",
    endpoint: first.id,
  };
}
