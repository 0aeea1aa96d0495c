import type { ScanEvent } from "@muster/scanner";
import type { ScanProgress } from "@muster/store";

/** How far a scan is, after one thing more that it said. */
export function nextProgress(before: ScanProgress, event: ScanEvent): ScanProgress {
  switch (event.kind) {
    case "stage":
      return { stage: event.stage, done: 0, total: 0 };
    case "read":
      return { stage: before.stage, done: event.ofBytes === 0 ? event.files : event.bytes, total: event.ofBytes === 0 ? event.ofFiles : event.ofBytes };
    case "parsed":
      return { stage: before.stage, done: event.files, total: event.ofFiles };
    case "history":
      return { stage: before.stage, done: event.contents, total: event.ofContents };
    case "discovered":
    case "note":
      return before;
    default:
      return event satisfies never;
  }
}
