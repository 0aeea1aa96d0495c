import { describe, expect, test } from "vitest";
import { endpoint, finding, sampleFiles, sampleResult, secretFinding } from "../../test/sample-result.ts";
import { renderHtml } from "./html-report.ts";
import { html, prose } from "./markup.ts";

const options = { source: (path: string) => sampleFiles.get(path) };
const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;\u202e`;

/** Start tags of the page, its own script and style aside. */
function tagsOf(page: string): Set<string> {
  return new Set([...page.replaceAll(/<(style|script)>[^]*?<\/\1>/gu, "").matchAll(/<([a-z0-9]+)/giu)].map(([, tag = ""]) => tag.toLowerCase()));
}

describe("the page", () => {
  test("holds every endpoint with its proof, every finding with its code, every mapping with its reason", () => {
    const page = renderHtml(sampleResult, options);
    for (const text of ["/items/{item_id}", "get_current_user runs before the handler", "mounted under /items", "An endpoint without authentication is its plainest form.", "supports CC6.1, CC6.6", "plugins.load(name)", "not that it ran", "&#64;router.delete".replace("&#64;", "@")]) expect(page).toContain(text);
  });

  test("needs nothing from elsewhere, and lets nothing be loaded", () => {
    const page = renderHtml(sampleResult, options);
    expect(page.replaceAll("&#39;", "'")).toMatch(/content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; script-src 'sha256-[A-Za-z0-9+/=]+'; base-uri 'none'; form-action 'none'"/u);
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)|@import|url\(|\bstyle="/u);
  });

  test("never shows the line of a secret", () => {
    const page = renderHtml({ ...sampleResult, findings: [secretFinding, finding({ span: { path: "app/settings.py", line: 3, column: 1, endLine: 3, endColumn: 6 } })] }, options);
    expect(page).not.toContain("MUST_NEVER_SHOW");
    expect(page).toContain("DEBUG = False");
  });

  test("has no markup of the scanned code, wherever its text stands", () => {
    const span = { ...finding().span, path: hostile };
    const everywhere = {
      ...sampleResult,
      target: { name: hostile, commit: hostile },
      applications: [{ id: "a1", framework: hostile, name: hostile, folder: hostile, span, title: hostile }],
      endpoints: [endpoint({ id: hostile, method: hostile, path: hostile, reason: hostile, handler: { symbol: hostile, span }, proof: [{ span, note: hostile }], conditions: [{ text: hostile, holds: true, span }], parameters: [{ name: hostile, in: "path", required: true }], tags: [hostile] })],
      findings: [finding({ fingerprint: hostile, message: hostile, symbol: hostile, endpoint: hostile, span, proof: [{ span, note: `\`${hostile}\`` }], fix: { title: hostile, edits: [] } })],
      results: [{ control: "AUTHN-01", endpoint: hostile, status: "fail" as const, reason: hostile, proof: [{ span, note: hostile }] }, { control: "SECRET-01", status: "fail" as const, reason: hostile, proof: [{ span, note: hostile }] }],
      outcomes: [{ stage: "read" as const, path: hostile, status: "failed" as const, reason: hostile }],
      coverage: { ...sampleResult.coverage, link: { ...sampleResult.coverage.link, unresolved: [{ what: "mount" as const, reason: hostile, span }] } },
    };
    const page = renderHtml(everywhere, { source: () => `${hostile}\n`.repeat(9) });
    expect(tagsOf(page)).toEqual(tagsOf(renderHtml({ ...sampleResult, findings: [finding({ fix: { title: "Mend it", edits: [] } })], results: [...sampleResult.results, { control: "SECRET-01", status: "pass", reason: "None.", proof: finding().proof }] }, options)));
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("<img");
    expect(page).not.toContain("\u202e");
    // Every attribute value ends where it was meant to: no handler stands outside of one.
    expect(page.replaceAll(/"[^"]*"/gu, '""')).not.toMatch(/<[^>]*\sonerror/u);
  });

  test("of nothing says that nothing was found, and where to look", () => {
    const page = renderHtml({ ...sampleResult, applications: [], endpoints: [], findings: [], results: [] }, options);
    expect(page).toContain("No endpoint was found.");
    expect(page).not.toContain('id="search"');
  });
});

test("what is filled into HTML is escaped, attribute values too", () => {
  expect(html`<a title="${`"'<>&`}">${"<b>"}${3}</a>`.text).toBe('<a title="&quot;&#39;&lt;&gt;&amp;">&lt;b&gt;3</a>');
  expect(prose("`<b>` and `").text).toBe("<code>&lt;b&gt;</code> and `");
});
