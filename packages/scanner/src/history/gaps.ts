import type { ControlResult, Outcome } from "@muster/contract";
import type { Repository } from "./repository.ts";

/** What of a history could not be looked at. */
export interface Gaps {
  readonly repository: Repository;
  /** Commits whose trees could not be compared, and why. */
  readonly uncompared: { readonly count: number; readonly reason: string };
  /** Why commits or objects could not be listed. */
  readonly broken: readonly string[];
  readonly missing: number;
  readonly pointers: number;
  readonly submodules: readonly string[];
  /** Contents that were set aside, with the reason. */
  readonly contents: readonly { readonly path: string; readonly status: "skipped" | "failed"; readonly reason: string }[];
}

const named = 100;

/** Each gap, and what to do about it. */
export function gapOutcomes({ repository, uncompared, broken, missing, pointers, submodules, contents }: Gaps): Outcome[] {
  const say = (status: Outcome["status"], reason: string): Outcome => ({ stage: "history", status, reason });
  const outcomes: Outcome[] = [];
  if (repository.shallow) outcomes.push(say("partial", "The clone is shallow: what commits held below its depth is not here. Run git fetch --unshallow, and scan again."));
  for (const reason of broken) outcomes.push(say("failed", `git could not go through the history (${reason}): contents that are there were looked at without it. Check the repository with git fsck.`));
  if (uncompared.count > 0) outcomes.push(say("failed", `The trees of ${uncompared.count === 1 ? "one commit" : `${uncompared.count} commits`} could not be compared (${uncompared.reason}): all contents that are there were looked at instead, and some have no commit. ${repository.partial ? "This clone lacks trees: git fetch --refetch --no-filter gets them." : "Check the repository with git fsck."}`));
  if (missing > 0) outcomes.push(say(repository.partial ? "partial" : "failed", `${missing === 1 ? "One content is" : `${missing} contents are`} not in this clone, and nothing was fetched. ${repository.partial ? "It was cloned with a filter: git fetch --refetch --no-filter gets them." : "Check the repository with git fsck."}`));
  if (pointers > 0) outcomes.push(say("skipped", `${pointers === 1 ? "One content stands" : `${pointers} contents stand`} for files that Git LFS keeps outside of the repository: these were not looked at.`));
  for (const path of submodules.slice(0, named)) outcomes.push({ ...say("skipped", "A submodule: its history is another repository's. Scan it by itself."), path });
  for (const { path, status, reason } of contents.slice(0, named)) outcomes.push({ ...say(status, `A content of the history: ${reason}`), path });
  const rest = contents.length - named;
  if (rest > 0) outcomes.push(say(contents.some(({ status }) => status === "failed") ? "failed" : "skipped", `${rest} more contents of the history were not looked at.`));
  return outcomes;
}

/** A pass holds only as far as the whole was looked at. */
export function soundHistoryResult(result: ControlResult, outcomes: readonly Outcome[]): ControlResult {
  if (result.status !== "pass" && result.status !== "not_applicable") return result;
  const gaps = outcomes.filter(({ reason, path }) => !reason.includes("Git LFS") && !(path !== undefined && reason.startsWith("A submodule")));
  return gaps.length === 0 ? result : { ...result, status: "indeterminate", reason: `${result.reason} Not all of the history was looked at: ${gaps[0]?.reason ?? ""}` };
}
