export { renderTimelineCsv } from "./timeline-csv.ts";
export { renderTimelineHtml } from "./timeline-html.ts";
export { renderTimelineJson } from "./timeline-json.ts";
export { renderTimelineTerminal, type TimelineOptions } from "./timeline-terminal.ts";
