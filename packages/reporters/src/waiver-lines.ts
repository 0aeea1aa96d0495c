import type { ScanResult, WaiverState } from "@muster/contract";
import { count } from "./text/layout.ts";

/** What became of a waiver or approval, in the words of every report. */
export function waiverText({ kind, target, status, note, reason, owner, expires, count: amount }: WaiverState): string {
  const holds = kind === "public" ? `${target} approved public, ${count(amount, "endpoint")}` : `${target}, ${count(amount, "finding")}`;
  const until = expires === undefined ? "" : ` until ${expires}`;
  return `${status}: ${holds}${until}${owner === undefined ? "" : `, ${owner}`}: ${sentence(reason)}${note === "" ? "" : ` ${note}`}`;
}

/** Those that a person has to do something about first, then the others, each in their own order. */
export function waiversByNeed({ waivers }: Pick<ScanResult, "waivers">): readonly WaiverState[] {
  return [...waivers.filter(needsWork), ...waivers.filter((state) => !needsWork(state))];
}

export function needsWork({ status }: WaiverState): boolean {
  return status !== "active";
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
