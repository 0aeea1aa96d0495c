import type { Timeline } from "@muster/contract";
import { severityBadge } from "../terminal/severity-badge.ts";
import { count, figure, hanging, pad } from "../text/layout.ts";
import { createPen, type Pen } from "../text/pen.ts";
import { sanitiseDeep } from "../text/sanitise.ts";
import { changesOf, courses, type CommitChanges } from "./changes.ts";

export interface TimelineOptions {
  readonly colour: boolean;
  readonly width: number;
  /** Every commit that changed something, in place of the latest ones. */
  readonly everything: boolean;
}

const latest = 20;
const plotWidth = 40;
const bars = "▁▂▃▄▅▆▇█";

/** Controls and endpoints over time, and which commit changed what, for people. Ends with a line break. */
export function renderTimelineTerminal(timeline: Timeline, { colour, width: wanted, everything }: TimelineOptions): string {
  const safe = sanitiseDeep(timeline);
  const pen = createPen(colour);
  const width = Math.max(60, Math.min(wanted, 120));
  const changes = changesOf(safe);
  const sections = [heading(safe, pen, width), plots(safe, pen), changeList(safe, everything ? changes : changes.slice(-latest), changes.length, pen, width), deviations(safe, pen, width), safe.limits.map((text) => hanging("  ", pen.faint(text), width)).join("\n")];
  return `\n${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function heading({ repository, commits, command }: Timeline, pen: Pen, width: number): string {
  const [first, last] = [commits[0], commits.at(-1)];
  return [`${pen.title("HISTORY")}   ${pen.strong(repository)}  ${pen.faint(`${count(commits.length, "commit")} of the first-parent line, ${first?.commit.slice(0, 12) ?? ""} to ${last?.commit.slice(0, 12) ?? ""}`)}`, hanging("  ", pen.faint(command), width)].join("\n");
}

function plots(timeline: Timeline, pen: Pen): string {
  const { commits } = timeline;
  const line = (name: string, values: readonly number[], ink: (text: string) => string): string => `  ${pad(name, 24)}${ink(pad(sparkline(values), plotWidth))}  ${figure(values[0] ?? 0)} → ${figure(values.at(-1) ?? 0)}`;
  const failing = courses(timeline).filter((course) => course.failing.some((value) => value > 0));
  return [
    pen.title("OVER TIME"),
    line("endpoints", commits.map(({ endpoints }) => endpoints.protected + endpoints.public + endpoints.unknown), pen.note),
    line("  public", commits.map(({ endpoints }) => endpoints.public), pen.warn),
    line("  unknown", commits.map(({ endpoints }) => endpoints.unknown), pen.unsure),
    line("findings", commits.map(({ findings }) => findings), pen.bad),
    ...failing.map(({ control, failing: values }) => line(`${control} fails`, values, pen.bad)),
  ].join("\n");
}

/** The value at evenly spread commits, the highest of all as the full bar. */
function sparkline(values: readonly number[]): string {
  const most = Math.max(...values, 1);
  const columns = Math.min(plotWidth, values.length);
  return Array.from({ length: columns }, (_, column) => {
    const value = values[columns === 1 ? 0 : Math.round((column * (values.length - 1)) / (columns - 1))] ?? 0;
    return value === 0 ? " " : (bars[Math.min(bars.length - 1, Math.floor((value / most) * bars.length))] ?? "");
  }).join("");
}

function changeList(timeline: Timeline, shown: readonly CommitChanges[], all: number, pen: Pen, width: number): string {
  const about = new Map(timeline.commits.map((commit) => [commit.commit, commit]));
  const names = new Map(timeline.endpoints.map(({ id, method, path }) => [id, `${method} ${path}`]));
  const blocks = shown.toReversed().map((changes) => {
    const { committedAt = "", author } = about.get(changes.commit) ?? {};
    const row = (mark: string, text: string): string => hanging(`    ${mark} `, text, width);
    return [
      `  ${pen.strong(changes.commit.slice(0, 12))}  ${pen.faint(`${committedAt.slice(0, 10)}${author === undefined ? "" : `  by ${author}`}`)}`,
      ...changes.introduced.map(({ severity, rule, path, line }) => row(pen.bad("+"), `${severityBadge(severity, pen)} ${rule}  ${pen.place(`${path}:${line}`)}`)),
      ...changes.mended.map(({ rule, path, introduced, before }) => row(pen.good("✓"), `${rule}  ${pen.place(path)} ${pen.faint(`(${before === true ? "was there before" : `since ${introduced.slice(0, 12)}`})`)}`)),
      ...changes.failing.map(({ control, endpoint }) => row(pen.bad("✗"), `${control} fails on ${nameOf(endpoint, names)}`)),
      ...changes.passing.map(({ control, endpoint }) => row(pen.good("✓"), `${control} fails no more on ${nameOf(endpoint, names)}`)),
      ...changes.renamed.map(({ endpoint, from }) => row(pen.note("→"), `${from} is ${endpoint.method} ${endpoint.path} now`)),
      ...(changes.added.length > 0 ? [row(pen.note("+"), `${count(changes.added.length, "endpoint")}: ${listed(changes.added)}`)] : []),
      ...(changes.removed.length > 0 ? [row(pen.note("-"), `${count(changes.removed.length, "endpoint")}: ${listed(changes.removed)}`)] : []),
    ].join("\n");
  });
  const rest = all > shown.length ? `  ${pen.faint(`and ${count(all - shown.length, "earlier commit")} that changed something: --all shows them.`)}` : "";
  return [`${pen.title("CHANGES")}   ${count(all, "commit")} of ${figure(timeline.commits.length)} changed a result`, ...blocks, rest].filter((block) => block !== "").join("\n");
}

function nameOf(endpoint: string | undefined, names: ReadonlyMap<string, string>): string {
  return endpoint === undefined ? "the repository" : (names.get(endpoint) ?? endpoint);
}

const fewNames = 5;

function listed(endpoints: CommitChanges["added"]): string {
  const names = endpoints.slice(0, fewNames).map(({ method, path }) => `${method} ${path}`);
  return [...names, ...(endpoints.length > fewNames ? [`and ${figure(endpoints.length - fewNames)} more`] : [])].join(", ");
}

function deviations({ deviations: found, commits }: Timeline, pen: Pen, width: number): string {
  const partial = commits.filter(({ status }) => status === "partial");
  const lines = [
    ...found.map(({ commit, text }) => hanging("  ", `${pen.warn("!")} ${commit === undefined ? "" : `${commit.slice(0, 12)}  `}${text}`, width)),
    ...(partial.length > 0 ? [hanging("  ", `${pen.warn("!")} ${count(partial.length, "commit")} could not be analysed in full: ${partial.slice(0, fewNames).map(({ commit }) => commit.slice(0, 12)).join(", ")}${partial.length > fewNames ? " …" : ""}`, width)] : []),
  ];
  return lines.length === 0 ? "" : [pen.title("DEVIATIONS"), ...lines].join("\n");
}
