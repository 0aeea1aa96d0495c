import { createHash } from "node:crypto";
import { controlCatalogue, type Application, type ControlResult, type Endpoint, type Finding, type Posture, type ScanResult, type Severity, type Span } from "@muster/contract";

/** A result that is made up, of any size: valid, and the same for the same request. */
export interface SampleRequest {
  readonly name: string;
  readonly commit: string;
  readonly endpoints: number;
  readonly findings: number;
  /** Added to every line: the same code, further down. */
  readonly shift?: number;
}

const postures: readonly Posture[] = ["protected", "protected", "protected", "public", "unknown"];
const severities: readonly Severity[] = ["low", "medium", "low", "high", "info", "medium", "low", "critical"];
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const nouns = ["items", "orders", "users", "invoices", "reports", "teams", "files", "keys"];
const rules = ["auth/public-write", "auth/public-read", "bola/unchecked-object", "logging/no-audit-event", "secrets/credential"];

export function sampleResult({ name, commit, endpoints, findings, shift = 0 }: SampleRequest): ScanResult {
  const application: Application = { id: idOf("application", name), framework: "fastapi", name: `${name}.main:app`, folder: "service", span: spanOf(name, 1, shift) };
  const found = Array.from({ length: endpoints }, (_, index) => endpointOf(name, application.id, index, shift));
  const controls = controlCatalogue.slice(0, 3);
  return {
    schema: "muster.scan/1",
    tool: { name: "muster", version: "0.1.0" },
    target: { name, commit },
    plugins: [{ name: "auth", version: "1.0.0" }, { name: "fastapi", version: "1.0.0" }],
    rules: rules.map((id) => ({ id, title: id, why: "It matters.", mend: "Mend it.", messages: { found: "Found." }, controls: [], owasp: ["API1"], cwe: [639], severity: "high", confidence: "high", stability: "stable" })),
    controls,
    applications: [application],
    endpoints: found,
    findings: Array.from({ length: findings }, (_, index) => findingOf(name, found[index % Math.max(found.length, 1)], index, shift)),
    waived: [],
    waivers: [],
    suppressed: [],
    results: controls.flatMap(({ id, scope }) => (scope === "repository" ? [resultOf(id, undefined, "pass")] : found.map((endpoint, index) => resultOf(id, endpoint, index % 5 === 3 ? "fail" : "pass")))),
    outcomes: [{ stage: "judge", plugin: "auth", status: "complete", reason: "" }],
    coverage: { listed: 10, bytes: 1000, analysed: 10, parsed: 5, damaged: 0, skipped: 0, failed: 0, link: { mounts: { resolved: 1, unresolved: 0 }, routes: { resolved: endpoints, unresolved: 0 }, unresolved: [] } },
    status: "complete",
    limits: ["It is made up."],
  };
}

function endpointOf(name: string, application: string, index: number, shift: number): Endpoint {
  const method = methods[index % methods.length] ?? "GET";
  const noun = nouns[index % nouns.length] ?? "items";
  const path = `/${name}/${noun}/${index}/{${noun}_id}`;
  const span = spanOf(name, index, shift);
  const posture = postures[index % postures.length] ?? "unknown";
  return {
    id: idOf("endpoint", name, method, path), application, method, path, span, posture,
    handler: { symbol: `${name}.routes.${noun}_${index}`, span, code: idOf("code", name, String(index)) },
    proof: [{ span, note: "The route is declared here." }],
    ...(posture === "unknown" && { reason: "A call could not be followed." }),
    guards: posture === "protected" ? [{ name: `${name}.deps.current_user`, via: "dependency", layer: "router", span, verdict: "rejects", requires: [{ kind: "authenticated" }], credentials: ["http-bearer"], proof: [{ span, note: "It raises 401." }] }] : [],
    parameters: [{ name: `${noun}_id`, in: "path", required: true }],
    hidden: false, deprecated: false, conditions: [], tags: [noun],
  };
}

function findingOf(name: string, endpoint: Endpoint | undefined, index: number, shift: number): Finding {
  const rule = rules[index % rules.length] ?? "auth/public-write";
  const span = spanOf(name, index, shift);
  return {
    fingerprint: idOf("finding", name, rule, String(index)), identity: idOf("identity", name, rule, String(index)), rule, severity: severities[index % severities.length] ?? "low", confidence: "high",
    message: `${rule} number ${index} of ${name}.`, span, symbol: `${name}.routes.f${index}`, ...(endpoint !== undefined && { endpoint: endpoint.id }), proof: [{ span, note: "It is here." }], showCode: !rule.startsWith("secrets/"),
  };
}

function resultOf(control: string, endpoint: Endpoint | undefined, status: ControlResult["status"]): ControlResult {
  return { control, ...(endpoint !== undefined && { endpoint: endpoint.id }), status, reason: `It is a ${status}.`, proof: [] };
}

function spanOf(name: string, index: number, shift: number): Span {
  const line = index + 1 + shift;
  return { path: `service/${name}/routes_${index % 7}.py`, line, column: 1, endLine: line, endColumn: 20 };
}

function idOf(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32);
}
