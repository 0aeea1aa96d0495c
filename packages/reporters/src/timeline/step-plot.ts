import { html, type Markup } from "../html/markup.ts";

export interface PlotSeries {
  readonly name: string;
  /** Class of the page's style that gives its look. */
  readonly look: string;
  readonly values: readonly number[];
}

const width = 720;
const height = 120;
const room = { left: 40, right: 8, top: 8, bottom: 18 } as const;

/** Counts at each commit as steps, in the order of the line: an inline drawing with its figures in words for readers who cannot see it. */
export function stepPlot(title: string, series: readonly PlotSeries[]): Markup {
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const commits = Math.max(1, ...series.map(({ values }) => values.length));
  const x = (at: number): string => (room.left + (at / commits) * (width - room.left - room.right)).toFixed(1);
  const y = (value: number): string => (room.top + (1 - value / most) * (height - room.top - room.bottom)).toFixed(1);
  const words = series.map(({ name, values }) => `${name}: ${values[0] ?? 0} at first, ${values.at(-1) ?? 0} at last`).join("; ");
  return html`<figure><figcaption>${title} ${series.map(({ name, look }) => html`<span class="key ${look}">${name}</span>`)}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}: ${words}"><line class="axis" x1="${room.left}" y1="${y(0)}" x2="${width - room.right}" y2="${y(0)}"/><text class="tick" x="${room.left - 4}" y="${y(most)}" dominant-baseline="hanging" text-anchor="end">${most}</text><text class="tick" x="${room.left - 4}" y="${y(0)}" text-anchor="end">0</text>${series.map(({ look, values }) => html`<path class="course ${look}" d="${steps(values, x, y)}"/>`)}</svg></figure>
`;
}

/** Only where a value changes is there a corner. */
function steps(values: readonly number[], x: (at: number) => string, y: (value: number) => string): string {
  let path = `M${x(0)} ${y(values[0] ?? 0)}`;
  for (let at = 1; at < values.length; at++) if (values[at] !== values[at - 1]) path += `H${x(at)}V${y(values[at] ?? 0)}`;
  return `${path}H${x(values.length)}`;
}
