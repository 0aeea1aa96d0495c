/** What a line says before a value that is shown and not used: `example: …` of an API description, `@example`, `e.g.`. */
const mark = /(?:@example\b|\b(?:examples?|placeholder)["']?[ \t]*[:=]|\be\.g\.|\bfor (?:example|instance)\b|\bexample[ \t]+(?:value|token|key|secret|password|url)\b)[^;]{0,120}$/i;

/** Whether the line of `start` says before it that an example follows. */
export function isInExample(bytes: Buffer, start: number): boolean {
  const before = bytes.toString("latin1", Math.max(0, start - 240), start);
  return mark.test(before.slice(before.lastIndexOf("\n") + 1));
}
