/** Keys of the published format in the order in which a reader meets them; keys of other names follow, by code unit. */
const order: readonly string[] = [
  "schema", "tool", "target", "id", "fingerprint", "identity", "control", "rule", "stage", "plugin", "kind", "target", "what", "application", "framework", "name", "folder", "version", "commit", "dirty",
  "in", "required", "method", "path", "status", "posture", "severity", "confidence", "verdict", "flaw", "message", "reason", "like", "text", "holds", "statement", "scope", "title", "why", "mend", "messages",
  "via", "layer", "endpoint", "handler", "symbol", "span", "line", "column", "endLine", "endColumn", "note", "owner", "expires", "code", "waiver", "values", "requires", "credentials", "proof", "guards", "parameters",
  "conditions", "hidden", "deprecated", "environmentDefault", "unreachable", "overridden", "unbound", "bound", "summary", "tags", "operations", "showCode", "attributes", "type", "value", "fix", "edits", "blob", "controls", "owasp", "cwe", "criteria", "stability", "plugins", "configuration", "origin", "file", "rulesOff",
  "severities", "approvedPublic", "describedGuards", "describedRouters", "excluded", "included", "listed", "bytes", "analysed", "parsed", "damaged", "skipped", "failed", "link", "mounts", "routes", "resolved", "unresolved",
  "coverage", "limits", "applications", "endpoints", "history", "first", "last", "authored", "order", "landed", "inTree", "alone", "refs", "names", "places", "blob", "commits", "contents", "missing", "pointers", "shallow", "baseline", "entries", "gone", "before", "after", "added", "removed", "renamed", "changed", "new", "fixed", "unchanged", "notes", "findings", "waived", "waivers", "date", "by", "count", "suppression", "suppressed", "suppressedFindings", "results", "rules", "outcomes",
];

const rank = new Map(order.map((key, index) => [key, index]));

/** The order of two keys of one object. */
export function compareKeys(a: string, b: string): number {
  return (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length) || (a < b ? -1 : a > b ? 1 : 0);
}
