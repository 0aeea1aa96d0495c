import type { Timeline } from "@muster/contract";

/** As `schemas/history.schema.json` describes it. */
export function renderTimelineJson(timeline: Timeline): string {
  return `${JSON.stringify(timeline, null, 1)}\n`;
}
