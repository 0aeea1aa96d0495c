import type { Endpoint } from "@muster/contract";
import type { ApprovedPublic } from "@muster/scanner";

/** Whether an approval covers an endpoint: `*` stands for one segment of its path, `**` for any number. */
export function matchesApproval(approval: ApprovedPublic, endpoint: Endpoint): boolean {
  if (approval.method !== "*" && approval.method !== endpoint.method) return false;
  return matches(approval.path.split("/"), endpoint.path.split("/"));
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return segments.length === 0;
  if (head === "**") return matches(rest, segments) || (segments.length > 0 && matches(pattern, segments.slice(1)));
  return segments.length > 0 && (head === "*" || head === segments[0]) && matches(rest, segments.slice(1));
}
