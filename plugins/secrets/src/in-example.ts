import type { Kind } from "./kind.ts";

/** What a line says before a value that is shown and not used: `example: …` of an API description, `@example`, `e.g.`. */
const mark = /(?:@example\b|\b(?:examples?|placeholder)["']?[ \t]*[:=]|\be\.g\.|\bfor (?:example|instance)\b|\bexample[ \t]+(?:value|token|key|secret|password|url)\b)[^;]{0,120}$/i;

/** A line of a documentation comment, or a quotation in Markdown. */
const documentation = /^\s*(?:\*|>)\s/;

/** Whether the line of `start` says before it that an example follows; a name and its value also where the line documents. */
export function isInExample(bytes: Buffer, start: number, kind: Kind): boolean {
  const before = bytes.toString("latin1", Math.max(0, start - 240), start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return mark.test(line) || (kind === "generic-assignment" && documentation.test(line));
}
