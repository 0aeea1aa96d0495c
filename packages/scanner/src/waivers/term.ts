import type { WaiverStatus } from "@muster/contract";

/** Days before its end in which a waiver is told to be expiring. */
const warnDays = 14;
const dayMs = 86_400_000;

/** How a waiver stands on a day by its end alone; both are `YYYY-MM-DD`, and the last day is still one. */
export function termOf(expires: string | undefined, date: string): { readonly status: Extract<WaiverStatus, "active" | "expiring" | "expired">; readonly note: string } {
  if (expires === undefined) return { status: "active", note: "" };
  const left = Math.round((Date.parse(expires) - Date.parse(date)) / dayMs);
  if (left < 0) return { status: "expired", note: `It ended on ${expires}: what it covered is reported again. Mend it, or have it approved anew.` };
  if (left <= warnDays) return { status: "expiring", note: left === 0 ? "It ends today." : `It ends in ${left === 1 ? "1 day" : `${left} days`}, on ${expires}.` };
  return { status: "active", note: "" };
}
