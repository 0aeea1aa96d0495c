import type { RuleMatch } from "@muster/patterns";
import { assignedName, isCall, isRead } from "./assigned-name.ts";
import type { Form, Suppression } from "./candidate.ts";
import type { Format } from "./format.ts";
import { firstBareGroup } from "./generic-formats.ts";
import { judgeAssignment } from "./judge-assignment.ts";
import { judgeUrl, kindOfScheme } from "./judge-url.ts";
import type { Kind } from "./kind.ts";
import { tokenStanding } from "./placeholder.ts";

/** What becomes of a match. `none`: it is not even a candidate. */
export type Verdict = { readonly report: Kind; readonly form: Form; readonly example?: boolean } | { readonly suppressed: Suppression } | { readonly none: true };

/** Judges a match by what its format says of it, by the text around it, and by its value. */
export function judgeMatch(bytes: Buffer, match: RuleMatch, format: Format): Verdict {
  if (match.refused === "entropy") return { suppressed: "entropy" };
  if (match.refused === "check") return { suppressed: "checksum" };
  const as = format.judgedAs ?? "token";
  switch (as) {
    case "url":
      return judgeUrlMatch(bytes, match);
    case "connection":
      return judgeConnection(bytes, match);
    case "assignment":
      return judgeAssignmentMatch(bytes, match, format);
    case "opaque":
      return suppressedOr(judgeAssignment("token", match.value, "quoted"), format);
    case "password":
      return suppressedOr(judgeUrl("", match.value, ""), format);
    case "basic":
      return judgeBasic(match, format);
    case "token":
      return judgeToken(bytes, match, format);
    default:
      return as satisfies never;
  }
}

function suppressedOr(suppressed: Suppression | undefined, format: Format): Verdict {
  return suppressed === undefined ? { report: format.kind, form: "token" } : { suppressed };
}

function judgeToken(bytes: Buffer, match: RuleMatch, format: Format): Verdict {
  if (format.kind === "provider-token" && isInBlock(bytes, match)) return { none: true };
  const standing = format.kind === "provider-token" ? tokenStanding(match.value, match.value.slice(format.shown)) : "token";
  if (standing === "placeholder") return { suppressed: "placeholder" };
  return { report: format.kind, form: "token", example: standing === "example" || format.issued?.(match.value) === false };
}

/** A line that is base64 alone, as a certificate, a key or an attachment is made of. */
const base64Line = /^[A-Za-z0-9+/]{60,76}={0,2}$/;

/** Whether a match is part of a block of base64: its line and one beside it are nothing else. */
function isInBlock(bytes: Buffer, match: RuleMatch): boolean {
  const from = Math.max(0, match.start - 160);
  const lines = bytes.toString("latin1", from, match.end + 160).split(/\r?\n/);
  const at = bytes.toString("latin1", from, match.start).split("\n").length - 1;
  return base64Line.test(lines[at] ?? "") && (base64Line.test(lines[at - 1] ?? "") || base64Line.test(lines[at + 1] ?? ""));
}

/** `user:password` in base64. */
function judgeBasic(match: RuleMatch, format: Format): Verdict {
  const text = Buffer.from(match.value, "base64").toString("latin1");
  const colon = text.indexOf(":");
  return suppressedOr(judgeUrl(text.slice(0, colon), text.slice(colon + 1), ""), format);
}

function judgeUrlMatch(bytes: Buffer, match: RuleMatch): Verdict {
  const before = bytes.toString("latin1", Math.max(0, match.start - 40), match.start);
  const scheme = /(?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]*$/.exec(before)?.[0] ?? "";
  const kind = kindOfScheme(scheme) ?? kindOfScheme(scheme.replace(/^[^A-Za-z]*/, ""));
  if (kind === undefined) return { none: true };
  const user = bytes.toString("utf8", match.start + 3, match.valueStart - 1);
  const host = bytes.toString("latin1", match.valueEnd + 1, match.valueEnd + 80);
  const suppressed = /[${<%]/.test(user) && match.value.length < 8 ? "template" : judgeUrl(user, match.value, host);
  return suppressed === undefined ? { report: kind, form: "token" } : { suppressed };
}

/** A password among the other keys of a connection string; alone it is an assignment like any other. */
function judgeConnection(bytes: Buffer, match: RuleMatch): Verdict {
  const before = bytes.toString("latin1", Math.max(0, match.start - 300), match.start);
  const after = bytes.toString("latin1", match.start, match.end + 300);
  const line = `${before.slice(before.lastIndexOf("\n") + 1)}${after.split("\n", 1)[0] ?? ""}`;
  if (!/(?:server|host|data source|database|initial catalog|uid|user id|username|user)\s?=/i.test(line) || !line.includes(";")) return { none: true };
  const suppressed = judgeUrl("", match.value, "");
  return suppressed === undefined ? { report: "connection-string", form: "token" } : { suppressed };
}

function judgeAssignmentMatch(bytes: Buffer, match: RuleMatch, format: Format): Verdict {
  const bare = format.id === "generic-assignment" && match.group >= firstBareGroup;
  const written = bare ? match.value.replace(/[,;]+$/, "") : match.value;
  const name = assignedName(bytes, match, format);
  // What a shell or a compose file takes where the environment says nothing; and of a query, what stands up to the next name.
  const value = /^\$\{\w+:?-([^{}$]+)\}$/.exec(written)?.[1] ?? (isInQuery(bytes, match, name) ? written.replace(/[&#].*$/s, "") : written);
  // A setter's argument is what is set; any other function's may be anything.
  if (isCall(bytes, match) && !/^(?:set|with)_?[A-Za-z]/i.test(name.replace(/^.*[.]/, ""))) return { none: true };
  const suppressed = isRead(bytes, match, name, bare) ?? judgeAssignment(name, value, bare ? "bare" : "quoted") ?? (isSearchKey(bytes, match) ? "public" : undefined) ?? (isMinified(bytes, match) ? "minified" : undefined);
  return suppressed === undefined ? { report: "generic-assignment", form: bare ? "bare" : "quoted" } : { suppressed };
}

/** `?token=…&next=…`: a value of a URL's query. */
function isInQuery(bytes: Buffer, match: RuleMatch, name: string): boolean {
  const before = bytes.toString("latin1", Math.max(0, match.start - 62), match.start);
  const inside = /^[\w.-]*/.exec(bytes.toString("latin1", match.start, match.valueStart))?.[0].length ?? 0;
  return /[?&]$/.test(before.slice(0, before.length - Math.max(0, name.length - inside)));
}

/** Pages are searched with a key that every reader is sent: https://docsearch.algolia.com/docs/api */
function isSearchKey(bytes: Buffer, match: RuleMatch): boolean {
  return /^[0-9a-f]{32}$/.test(match.value) && /(?:\bdocsearch\s*\(|\balgolia["']?\s*:)\s*\{[^{}]*$/i.test(bytes.toString("latin1", Math.max(0, match.start - 400), match.start));
}

/** On a line this long somebody's program put names and texts beside each other. */
const minifiedLine = 5000;

function isMinified(bytes: Buffer, match: RuleMatch): boolean {
  const around = bytes.subarray(Math.max(0, match.start - minifiedLine), match.end + minifiedLine);
  const at = match.start - Math.max(0, match.start - minifiedLine);
  const start = around.lastIndexOf(0x0a, at);
  const end = around.indexOf(0x0a, at);
  return (end === -1 ? around.length : end) - (start === -1 ? 0 : start) >= minifiedLine;
}
