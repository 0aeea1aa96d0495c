import type { Severity } from "@muster/contract";
import type { Pen } from "../text/pen.ts";

/** The word, in the look of its weight. */
export function severityBadge(severity: Severity, pen: Pen): string {
  const word = severity.toUpperCase();
  switch (severity) {
    case "critical":
      return pen.worst(word);
    case "high":
      return pen.bad(word);
    case "medium":
      return pen.warn(word);
    case "low":
      return pen.note(word);
    case "info":
      return pen.faint(word);
    default:
      return severity satisfies never;
  }
}
