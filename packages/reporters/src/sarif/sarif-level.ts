import type { Severity } from "@muster/contract";
import type { Result } from "sarif";

/** SARIF knows three levels that are shown; GitHub takes the finer grade from `security-severity`. */
export function sarifLevel(severity: Severity): NonNullable<Result.level> {
  switch (severity) {
    case "critical":
    case "high":
      return "error";
    case "medium":
      return "warning";
    case "low":
    case "info":
      return "note";
    default:
      return severity satisfies never;
  }
}

/** A score inside GitHub's band of the same name (above 9.0, 7.0, 4.0, 0.1); `info` has none. */
export function securitySeverity(severity: Severity): string | undefined {
  switch (severity) {
    case "critical":
      return "9.5";
    case "high":
      return "8.0";
    case "medium":
      return "5.5";
    case "low":
      return "2.5";
    case "info":
      return undefined;
    default:
      return severity satisfies never;
  }
}
