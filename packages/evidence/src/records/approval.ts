/** Days that an exception may hold at most. */
export const longestApprovalDays = 180;
/** Days before its end from which on it is warned of. */
export const approvalWarningDays = 14;
const dayMs = 86_400_000;

/** How far what was approved still holds at a moment: `expiring` for the last two weeks. */
export type ApprovalState = "active" | "expiring" | "expired" | "revoked";

/** What is wrong with who asks and who approves: each in one sentence. Nobody approves what they ask for. */
export function peopleProblems(requester: string, approver: string): string[] {
  return [
    ...(requester.trim() === "" || approver.trim() === "" ? ["It says who asks for it, and who approves it."] : []),
    ...(sameName(requester) === sameName(approver) ? ["Who asks for it and who approves it are the same."] : []),
  ];
}

/** What is wrong with the last day of an exception that is written at `now` (RFC 3339, UTC). */
export function endProblems(expires: string, now: string): string[] {
  const days = (Date.parse(`${expires}T00:00:00Z`) - Date.parse(`${now.slice(0, 10)}T00:00:00Z`)) / dayMs;
  if (!/^\d{4}-\d\d-\d\d$/.test(expires) || Number.isNaN(days)) return ["It has no end: a day, as in 2027-01-31."];
  if (days < 0) return ["Its end is past: nothing is waived backwards."];
  return days > longestApprovalDays ? [`It ends in ${days} days, and may hold for ${longestApprovalDays}.`] : [];
}

/** The moment at which a last day (`YYYY-MM-DD`, UTC) is over. */
export function endOfDay(expires: string): string {
  return new Date(Date.parse(`${expires}T00:00:00Z`) + dayMs).toISOString();
}

/** How an exception stands at a moment. `until`: when it no longer holds; undefined where it has no end. */
export function approvalState({ until, revokedAt }: { readonly until: string | undefined; readonly revokedAt?: string }, at: string): ApprovalState {
  if (revokedAt !== undefined && revokedAt <= at) return "revoked";
  if (until === undefined) return "active";
  const left = Date.parse(until) - Date.parse(at);
  return left <= 0 ? "expired" : left <= approvalWarningDays * dayMs ? "expiring" : "active";
}

function sameName(name: string): string {
  return name.trim().toLowerCase();
}
