export { renderPeriodCsv } from "./period-csv.ts";
export { renderPeriodHtml } from "./period-html.ts";
export { renderPeriodJson } from "./period-json.ts";
export { renderPeriodMarkdown } from "./period-markdown.ts";
export { renderPeriodOscal } from "./period-oscal.ts";
export { renderPeriodSarif } from "./period-sarif.ts";
export { renderPeriodTerminal } from "./period-terminal.ts";
