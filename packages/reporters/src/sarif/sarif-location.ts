import type { Span } from "@muster/contract";
import type { Location } from "sarif";
import { sanitise } from "../text/sanitise.ts";

/** A place; columns count UTF-16 code units, as the run's `columnKind` says. */
export function sarifLocation(span: Span, note?: string): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(span.path), uriBaseId: "%SRCROOT%" },
      region: { startLine: span.line, startColumn: span.column, endLine: span.endLine, endColumn: span.endColumn },
    },
    ...(note === undefined ? {} : { message: { text: sarifText(note) } }),
  };
}

/** Percent-encodes each segment (RFC 3986 §3.3); halves of surrogate pairs, which no URI can hold, become U+FFFD. */
export function relativeUri(path: string): string {
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}

/** Text of scanned code as a message: no control characters, and nothing that reads as an embedded link (SARIF 2.1.0 §3.11.6). */
export function sarifText(text: string): string {
  return sanitise(text).replaceAll("](", "] (");
}
