/** One query of a dashboard: its text, and the variables with which one client asks it the n-th time. */
export interface DashboardQuery {
  readonly query: string;
  variables?(random: () => number): Readonly<Record<string, unknown>>;
}

/** How much there is to ask about. */
export interface Extent {
  readonly repositories: number;
  readonly findings: number;
}

/**
 * The twenty queries of a dashboard: an overview, lists with filters and orders, later pages, and things in detail. Where a
 * person would type or choose, each client types and chooses anew.
 */
export function dashboardQueries({ repositories, findings }: Extent, cursors: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, DashboardQuery>> {
  const below = (most: number, random: () => number): number => Math.floor(random() * most);
  const service = (random: () => number): string => `service-${String(below(repositories, random)).padStart(4, "0")}`;
  const oneOf = <T>(values: readonly T[], random: () => number): T => values[below(values.length, random)] as T;
  return {
    "repositories": { query: `{ repositories(first: 25) { totalCount nodes { id name current { state summary { endpoints { protected public unknown } findings { critical high medium low info } } } } } }` },
    "repositories by name": { query: `query ($name: String!) { repositories(first: 25, name: $name) { totalCount nodes { name } } }`, variables: (random) => ({ name: service(random).slice(0, 11) }) },
    "scans, newest": { query: `{ scans(first: 25) { nodes { state commit requestedAt repository { name } } } }` },
    "scans that failed": { query: `{ scans(first: 25, states: [FAILED, QUARANTINED]) { totalCount nodes { reason } } }` },
    "one repository": { query: `query ($name: String!) { repository(name: $name) { mainRef refs { name commit } current { state endedAt summary { endpoints { protected public unknown } } controls { control passed failed indeterminate } } } }`, variables: (random) => ({ name: service(random) }) },
    "endpoints by path": { query: `{ endpoints(first: 50) { totalCount nodes { method path posture repository { name } } } }` },
    "endpoints, a later page": { query: `query ($after: String) { endpoints(first: 50, after: $after) { pageInfo { endCursor hasNextPage } nodes { method path posture } } }`, variables: (random) => ({ after: oneOf(cursors["endpoints"] ?? [], random) }) },
    "public endpoints": { query: `{ endpoints(first: 50, postures: [PUBLIC]) { totalCount nodes { method path } } }` },
    "unknown, the newest": { query: `{ endpoints(first: 50, postures: [UNKNOWN], orderBy: NEWEST) { nodes { method path reason } } }` },
    "endpoints by words": { query: `query ($path: String!) { endpoints(first: 50, path: $path) { totalCount nodes { method path } } }`, variables: (random) => ({ path: `${service(random)} ${oneOf(["invoices", "users", "orders", "keys"], random)}` }) },
    "endpoints failing a control": { query: `{ endpoints(first: 50, failing: ["AUTHN-01"]) { totalCount nodes { method path } } }` },
    "public deletes": { query: `{ endpoints(first: 50, methods: ["DELETE"], postures: [PUBLIC]) { totalCount nodes { path } } }` },
    "endpoints with proof": { query: `query ($after: String) { endpoints(first: 20, after: $after) { nodes { path proof { note span { path line } } guards { name verdict proof { note } } controls { control status reason } } } }`, variables: (random) => ({ after: oneOf(cursors["endpoints"] ?? [], random) }) },
    "findings, worst first": { query: `{ findings(first: 50) { totalCount nodes { rule severity message span { path line } repository { name } } } }` },
    "findings, a later page": { query: `query ($after: String) { findings(first: 50, after: $after) { pageInfo { endCursor hasNextPage } nodes { rule severity message } } }`, variables: (random) => ({ after: oneOf(cursors["findings"] ?? [], random) }) },
    "findings of a rule": { query: `query ($rule: String!) { findings(first: 50, rules: [$rule]) { totalCount nodes { message } } }`, variables: (random) => ({ rule: oneOf(["auth/public-write", "auth/public-read", "bola/unchecked-object", "logging/no-audit-event"], random) }) },
    "findings, newest": { query: `{ findings(first: 50, orderBy: NEWEST) { nodes { message firstSeenAt } } }` },
    "findings by words": { query: `query ($text: String!) { findings(first: 50, text: $text) { totalCount nodes { message } } }`, variables: (random) => ({ text: `number ${below(findings, random)} of ${service(random)}` }) },
    "accepted findings": { query: `{ findings(first: 50, states: [ACCEPTED]) { totalCount nodes { message triage { note } } } }` },
    "secrets": { query: `{ secrets(first: 50) { totalCount nodes { message } } }` },
  };
}
