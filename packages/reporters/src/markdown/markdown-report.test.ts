import { expect, test } from "vitest";
import { endpoint, finding, sampleResult } from "../../test/sample-result.ts";
import { renderMarkdown } from "./markdown-report.ts";
import { markdownCode, markdownText } from "./markdown-text.ts";

test("says what was found, what was looked at and what it is mapped to", () => {
  const text = renderMarkdown(sampleResult);
  expect(text).toContain("- Endpoints: 4 endpoints in 1 application: 1 protected, 2 public, 1 unknown");
  expect(text).toContain("| DELETE | `/items/{item_id}` | public | ✗ |");
  expect(text).toContain("| high | `app/items.py:1` | Anyone can call DELETE /items/{item\\_id}: no guard stands before it. | auth/public-write |");
  expect(text).toContain("  - OWASP API2:2023: An endpoint without authentication is its plainest form.");
  expect(text).toContain("- `app/main.py:4`: mount not resolved. `plugins.load(name)` is not known");
  expect(text).toContain("not that it ran");
});

test("nowhere claims compliance", () => {
  expect(renderMarkdown(sampleResult)).not.toMatch(/complian/iu);
});

test.each([
  ["a link", "[click](https://evil.example)", "\\[click\\](https&#8203;://evil.example)"],
  ["an image", "![x](javascript:alert(1))", "!\\[x\\](javascript:alert(1))"],
  ["HTML", "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
  ["an entity", "&lt;script&gt;", "&amp;lt;script&amp;gt;"],
  ["a mention", "@maintainers", "&#64;maintainers"],
  ["an issue", "#1", "\\#1"],
  ["a cell's end", "a | b", "a \\| b"],
  ["a list", "- item", "\\- item"],
  ["a numbered list", "1. item", "1\\. item"],
  ["lines", "a\n# b", "a \\# b"],
  ["direction", "a\u202eb", "a\\\\u{202e}b"],
  ["an open code span", "a ` b", "a \\` b"],
])("%s in scanned text stays text", (_name, text, written) => {
  expect(markdownText(text)).toBe(written);
});

test("what stands between backticks is a code span, which its text cannot end", () => {
  expect(markdownText("`get_user` runs")).toBe("`get_user` runs");
  expect(markdownCode("a``b")).toBe("``` a``b ```");
  expect(markdownCode("a|b")).toBe("`a\\|b`");
});

test("every row of every table has as many cells as its head, whatever the scanned code is called", () => {
  const hostile = "a|b`c|d``e\n|";
  const text = renderMarkdown({ ...sampleResult, endpoints: [endpoint({ method: "GET", path: `/${hostile}` })], findings: [finding({ message: hostile, span: { ...finding().span, path: hostile } })] });
  for (const table of text.split("\n\n").filter((block) => block.startsWith("| "))) {
    const cells = table.split("\n").map((line) => line.match(/(?<!\\)\|/gu)?.length);
    expect(new Set(cells).size, table).toBe(1);
  }
});
