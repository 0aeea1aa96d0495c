import { controlCatalogue, limits, type SuppressedFinding, type Endpoint, type Finding, type Guard, type RuleMeta, type ScanResult, type Span } from "@muster/contract";

/** The code that the sample speaks of. */
export const sampleFiles: ReadonlyMap<string, string> = new Map([
  ["app/main.py", 'from fastapi import FastAPI\n\napp = FastAPI(title="Shop")\napp.include_router(items.router, prefix="/items")\n'],
  ["app/items.py", '@router.delete("/{item_id}")\ndef delete_item(item_id: int, session: Session):\n\tsession.delete(session.get(Item, item_id))\n\n\n@router.get("/")\ndef list_items(user: CurrentUser):\n    return []\n'],
  ["app/deps.py", 'def get_current_user(token: str) -> User:\n    raise HTTPException(status_code=401)\n'],
  ["app/settings.py", 'NAME = "shop"\nTOKEN = "ghp_THIS_LINE_MUST_NEVER_SHOW"\nDEBUG = False\n'],
]);

export function span(path: string, line: number, column = 1, endLine: number = line, endColumn: number = column + 1): Span {
  return { path, line, column, endLine, endColumn };
}

const guard: Guard = {
  name: "app.deps.get_current_user",
  via: "dependency",
  layer: "route",
  span: span("app/items.py", 7, 16, 7, 33),
  verdict: "rejects",
  requires: [{ kind: "authenticated" }, { kind: "role", values: ["admin"] }],
  credentials: ["oauth2"],
  proof: [{ span: span("app/deps.py", 2, 5, 2, 41), note: "raises 401 for a caller without a valid token" }],
};

export function endpoint(changes: Partial<Endpoint> & Pick<Endpoint, "method" | "path">): Endpoint {
  return {
    id: `e:${changes.method}:${changes.path}`,
    application: "a1",
    handler: { symbol: "app.items.delete_item", span: span("app/items.py", 2) },
    span: span("app/items.py", 1, 1, 1, 29),
    posture: "public",
    proof: [{ span: span("app/items.py", 1, 1, 1, 29), note: "declared here; nothing on the way looks at the caller" }],
    guards: [],
    parameters: [],
    hidden: false,
    deprecated: false,
    conditions: [],
    tags: [],
    ...changes,
  };
}

export const publicWrite: RuleMeta = {
  id: "auth/public-write",
  title: "A write endpoint that anyone can call",
  why: "Whoever reaches the service can delete data without saying who they are.",
  mend: "Attach the guard that the neighbouring endpoints use.",
  messages: { "public-write": "Anyone can call {method} {path}." },
  controls: ["AUTHN-01"],
  owasp: ["API2"],
  cwe: [306],
  severity: "high",
  confidence: "high",
  stability: "stable",
};

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    fingerprint: "f1",
    identity: "i1",
    rule: "auth/public-write",
    severity: "high",
    confidence: "high",
    message: "Anyone can call DELETE /items/{item_id}: no guard stands before it.",
    span: span("app/items.py", 1, 1, 1, 29),
    symbol: "app.items.delete_item",
    endpoint: "e:DELETE:/items/{item_id}",
    proof: [
      { span: span("app/main.py", 4, 1, 4, 50), note: "mounted under /items" },
      { span: span("app/items.py", 1, 1, 1, 29), note: "declared here; nothing on the way looks at the caller" },
    ],
    showCode: true,
    ...changes,
  };
}

export const secretFinding: Finding = finding({
  fingerprint: "f2",
  rule: "secrets/github-token",
  severity: "critical",
  message: "A GitHub token (ghp_…, 40 characters) lies in the code.",
  span: span("app/settings.py", 2, 10, 2, 40),
  symbol: "app.settings",
  proof: [],
  showCode: false,
});

const added = { id: "1".repeat(40), authored: "2024-05-01T10:00:00Z", order: 12, landed: "2".repeat(40) };

/** Held by commits, and gone from the tree. */
export const pastFinding: Finding = {
  ...secretFinding,
  fingerprint: "f3",
  identity: "i3",
  span: span("deploy/prod.env", 3, 8, 3, 48),
  history: {
    first: added,
    last: { ...added, id: "3".repeat(40), order: 40, landed: "3".repeat(40) },
    inTree: false,
    alone: true,
    refs: { count: 2, names: ["refs/heads/old", "refs/tags/v1"] },
    places: [
      { path: "deploy/prod.env", line: 3, blob: "4".repeat(40), count: 1, identity: "i3", inTree: false, first: added, last: added },
      { path: "old.env", line: 1, blob: "5".repeat(40), count: 2, identity: "i4", inTree: false },
    ],
  },
};

export const suppressedFinding: SuppressedFinding = { ...secretFinding, span: span("app/settings.py", 5, 10, 5, 40), suppression: { by: "comment", what: "gitleaks:allow", reason: "made up" } };

/** A result with something of everything. */
export const sampleResult: ScanResult = {
  schema: "muster.scan/1",
  tool: { name: "muster", version: "0.1.0" },
  target: { name: "shop", commit: "0123456789abcdef0123456789abcdef01234567", dirty: true },
  plugins: [{ name: "auth", version: "0.1.0" }],
  rules: [publicWrite, { ...publicWrite, id: "secrets/github-token", title: "A GitHub token in the tree", severity: "critical", controls: ["SECRET-01"], owasp: ["API8"], cwe: [798] }],
  controls: controlCatalogue,
  applications: [{ id: "a1", framework: "fastapi", name: "app.main:app", folder: "", span: span("app/main.py", 3, 1, 3, 28), title: "Shop" }],
  endpoints: [
    endpoint({
      method: "GET",
      path: "/items/",
      posture: "protected",
      guards: [guard],
      handler: { symbol: "app.items.list_items", span: span("app/items.py", 7) },
      proof: [{ span: span("app/items.py", 7, 16, 7, 33), note: "get_current_user runs before the handler" }, ...guard.proof],
      parameters: [{ name: "limit", in: "query", required: false }],
    }),
    endpoint({ method: "DELETE", path: "/items/{item_id}", parameters: [{ name: "item_id", in: "path", required: true }] }),
    endpoint({ method: "POST", path: "/items/{id}", posture: "unknown", reason: "the dependency `plugins.load(name)` could not be resolved", parameters: [{ name: "item", in: "body", required: true }] }),
    endpoint({ method: "WEBSOCKET", path: "/items/feed", conditions: [{ text: "settings.FEED", holds: true, span: span("app/main.py", 4) }] }),
  ],
  findings: [finding(), secretFinding],
  baseline: { entries: 4, gone: 1 },
  history: { commits: 96, unreachable: 3, refs: 4, contents: 120, analysed: 117, missing: 2, failed: 1, pointers: 1, shallow: true },
  waived: [],
  waivers: [],
  suppressed: [
    { rule: "secrets/github-token", by: "comment", what: "gitleaks:allow", count: 1 },
    { rule: "secrets/github-token", by: "rule", what: "placeholder", count: 1_200 },
  ],
  suppressedFindings: [suppressedFinding],
  results: [
    { control: "AUTHN-01", endpoint: "e:DELETE:/items/{item_id}", status: "fail", reason: "No guard.", proof: [] },
    { control: "AUTHN-01", endpoint: "e:GET:/items/", status: "pass", reason: "A guard rejects.", span: span("app/deps.py", 2), proof: guard.proof },
    { control: "AUTHN-01", endpoint: "e:POST:/items/{id}", status: "indeterminate", reason: "Unknown.", proof: [] },
  ],
  outcomes: [
    { stage: "judge", plugin: "auth", status: "complete", reason: "" },
    { stage: "read", path: "data/huge.py", status: "skipped", reason: "larger than 5 MB" },
  ],
  coverage: {
    listed: 12,
    bytes: 45_678,
    analysed: 11,
    parsed: 4,
    damaged: 0,
    skipped: 1,
    failed: 0,
    link: { mounts: { resolved: 1, unresolved: 1 }, routes: { resolved: 4, unresolved: 0 }, unresolved: [{ what: "mount", reason: "`plugins.load(name)` is not known", span: span("app/main.py", 4) }] },
  },
  configuration: { origin: "repository", file: "muster.config.json", rulesOff: ["auth/public-read"], severities: [], approvedPublic: [{ method: "GET", path: "/health", reason: "probe", owner: "ops@example.org", expires: "2027-12-31" }], describedGuards: [], describedRouters: [], excluded: [], included: [] },
  status: "complete",
  limits,
};
