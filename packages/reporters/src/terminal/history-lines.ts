import type { FindingHistory, HistoryCommit } from "@muster/contract";
import { count, figure, hanging } from "../text/layout.ts";
import type { Page } from "./page.ts";

const columns = 24;
const namedPaths = 3;

/** Which commits held it: as a stretch of the whole history, then in words. Empty where the history was not looked at. */
export function historyLines({ first, last, inTree, refs, places }: FindingHistory, { result, pen, width }: Page): readonly string[] {
  const commits = result.history?.commits ?? 0;
  const row = (label: string, text: string): string => hanging(`        ${pen.faint(label.padEnd(5))}  `, text, width);
  const paths = places.map((place) => place.path);
  return [
    "",
    `      ${pen.faint("history")}  ${first === undefined || last === undefined ? "no commit that is here held it" : `${pen.bad(stretch(first, last, commits))}  ${pen.faint(`commits ${figure(first.order)} to ${figure(last.order)} of ${figure(commits)}`)}`}`,
    ...(first === undefined ? [] : [row("first", commitText(first))]),
    ...(last === undefined ? [] : [row("last", inTree ? "still in the checked-out commit" : `${commitText(last)}; gone from the checked-out commit, and still in every clone`)]),
    ...(refs.count === 0 ? [] : [row("refs", `${count(refs.count, "ref holds", "refs hold")} it: ${refs.names.join(", ")}${refs.count > refs.names.length ? " …" : ""}`)]),
    ...(paths.length < 2 ? [] : [row("paths", `${paths.slice(0, namedPaths).join(", ")}${paths.length > namedPaths ? ` and ${figure(paths.length - namedPaths)} more` : ""}`)]),
  ];
}

function commitText({ id, authored, landed }: HistoryCommit): string {
  return `${id.slice(0, 12)} of ${authored.slice(0, 10)}${landed === undefined ? ", which the main line never took in" : landed === id ? "" : `, taken in by ${landed.slice(0, 12)}`}`;
}

/** `───━━━━━━──`: the part of all commits, in the order in which they came, from the first to the last that held it. */
function stretch(first: HistoryCommit, last: HistoryCommit, commits: number): string {
  const at = (order: number): number => Math.min(columns - 1, Math.floor(((order - 1) * columns) / Math.max(commits, 1)));
  return Array.from({ length: columns }, (_, column) => (column >= at(first.order) && column <= at(last.order) ? "━" : "─")).join("");
}
