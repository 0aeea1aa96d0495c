import type { ScanEvent } from "@muster/scanner";
import type { ProgressState } from "../output/progress-bar.ts";

/** What the progress bar shows after an event. */
export function nextProgress(state: ProgressState, event: ScanEvent): ProgressState {
  switch (event.kind) {
    case "stage":
      return { stage: event.stage, done: 0, total: 0 };
    case "discovered":
      return { ...state, note: `${event.files} files` };
    case "read":
      // Bytes, not files: one large file takes longer than many small ones.
      return { stage: "read", done: event.bytes, total: event.ofBytes, note: `${event.files} of ${event.ofFiles} files` };
    case "parsed":
      return { stage: "link", done: event.files, total: event.ofFiles, note: `${event.files} of ${event.ofFiles} modules parsed` };
    case "history":
      return { stage: "history", done: event.bytes, total: event.ofBytes, note: `${event.contents} of ${event.ofContents} contents` };
    case "note":
      return { ...state, note: event.text };
    default:
      return event satisfies never;
  }
}
