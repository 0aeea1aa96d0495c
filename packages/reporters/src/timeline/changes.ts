import { compareText, type Timeline, type TimelineEndpoint, type TimelineFinding, type TimelineResult } from "@muster/contract";

/** What one commit changed. */
export interface CommitChanges {
  readonly commit: string;
  readonly added: readonly TimelineEndpoint[];
  readonly removed: readonly TimelineEndpoint[];
  readonly renamed: readonly { readonly endpoint: TimelineEndpoint; readonly from: string }[];
  readonly introduced: readonly TimelineFinding[];
  readonly mended: readonly TimelineFinding[];
  readonly failing: readonly TimelineResult[];
  readonly passing: readonly TimelineResult[];
}

/** By commit, in the order of the line; commits that changed nothing are left out. */
export function changesOf({ commits, endpoints, findings, results }: Timeline): CommitChanges[] {
  const failures = results.filter(({ status }) => status === "fail");
  const added = Map.groupBy(endpoints.filter(({ before }) => before === undefined), ({ introduced }) => introduced);
  const removed = Map.groupBy(endpoints, ({ mended }) => mended);
  const renamed = Map.groupBy(endpoints.flatMap((endpoint) => endpoint.renames.map(({ commit, from }) => ({ commit, endpoint, from }))), ({ commit }) => commit);
  const introduced = Map.groupBy(findings.filter(({ before }) => before === undefined), (finding) => finding.introduced);
  const mended = Map.groupBy(findings, (finding) => finding.mended);
  const failing = Map.groupBy(failures.filter(({ before }) => before === undefined), (result) => result.introduced);
  const passing = Map.groupBy(failures, (result) => result.mended);
  return commits
    .map(({ commit }): CommitChanges => ({ commit, added: added.get(commit) ?? [], removed: removed.get(commit) ?? [], renamed: renamed.get(commit) ?? [], introduced: introduced.get(commit) ?? [], mended: mended.get(commit) ?? [], failing: failing.get(commit) ?? [], passing: passing.get(commit) ?? [] }))
    .filter((changes) => Object.values(changes).some((list: unknown) => Array.isArray(list) && list.length > 0));
}

/** Controls that failed or were not decided anywhere on the line, with their counts at each commit. */
export function courses({ commits }: Timeline): { readonly control: string; readonly failing: readonly number[]; readonly open: readonly number[] }[] {
  const names = [...new Set(commits.flatMap(({ controls }) => Object.keys(controls)))];
  return names
    .map((control) => ({ control, failing: commits.map(({ controls }) => controls[control]?.fail ?? 0), open: commits.map(({ controls }) => (controls[control]?.indeterminate ?? 0) + (controls[control]?.error ?? 0)) }))
    .filter(({ failing, open }) => [...failing, ...open].some((count) => count > 0))
    .sort((a, b) => compareText(a.control, b.control));
}
