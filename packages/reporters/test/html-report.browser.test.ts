/// <reference lib="dom" />
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { renderHtml } from "../src/html/html-report.ts";
import { endpoint, finding, sampleFiles, sampleResult } from "./sample-result.ts";

const places = [process.env["CHROMIUM"] ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const executablePath = places.find((place) => place !== "" && existsSync(place));
const source = (file: string): string | undefined => sampleFiles.get(file);

describe.skipIf(executablePath === undefined)("the page in a browser (skipped where no Chromium is installed: apt install chromium, or name one in CHROMIUM)", () => {
  let browser: Browser;
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "muster-page-"));
    browser = await chromium.launch({ ...(executablePath !== undefined && { executablePath }), args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page with a fresh profile; the test fails on any error of it, and on any request but its own. */
  async function opened(text: string, look: Parameters<Browser["newContext"]>[0] = {}, expected: readonly unknown[] = []): Promise<Page> {
    const file = path.join(folder, `${String(Math.random()).slice(2)}.html`);
    writeFileSync(file, text);
    const context = await browser.newContext(look);
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => troubles.push(message.text()));
    page.on("dialog", (dialog) => troubles.push(dialog.message()));
    page.on("request", (request) => request.url() !== pathToFileURL(file).href && troubles.push(request.url()));
    onTestFinished(async () => {
      await context.close();
      expect(troubles).toEqual(expected);
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  const paths = (page: Page): Promise<string[]> => page.locator("details.endpoint:not([hidden]) .path").allTextContents();

  test("filters by words, by posture and by the counts of a control", async () => {
    const page = await opened(renderHtml(sampleResult, { source }));
    expect(await paths(page)).toHaveLength(4);
    await page.fill("#search", "items post");
    await expect.poll(() => paths(page)).toEqual(["/items/{id}"]);
    await page.click("#endpoints button[type=reset]");
    await expect.poll(() => paths(page)).toHaveLength(4);
    await page.selectOption("#posture", "unknown");
    await expect.poll(() => paths(page)).toEqual(["/items/{id}"]);
    await page.click('button[data-control="AUTHN-01"][data-value="fail"]');
    await expect.poll(() => paths(page)).toEqual(["/items/{item_id}"]);
    expect(await page.textContent("#shown")).toBe("1 of 4 endpoints");
  });

  test("opens a proof on a click and by the keyboard, and follows a link to a finding", async () => {
    const page = await opened(renderHtml(sampleResult, { source }));
    const row = page.locator("details.endpoint", { has: page.locator(".method", { hasText: "DELETE" }) });
    await row.locator("> summary").click();
    expect(await row.locator("pre").first().isVisible()).toBe(true);
    await page.selectOption("#severity", "critical");
    await expect.poll(() => page.locator("details.finding:not([hidden])").count()).toBe(1);
    await row.locator('a[href="#f-f1"]').click();
    await expect.poll(() => page.locator("#f-f1").getAttribute("open")).toBe("");
    await expect.poll(() => page.locator("#f-f1").isVisible()).toBe(true);
    await page.locator("#f-f1 > summary").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#f-f1").getAttribute("open")).toBeNull();
  });

  test.each([
    ["a wide one", 1280, "light"],
    ["a narrow one", 360, "dark"],
  ] as const)("fits %s without scrolling sideways, and can be read", async (_name, width, colorScheme) => {
    const page = await opened(renderHtml({ ...sampleResult, endpoints: [...sampleResult.endpoints, endpoint({ method: "GET", path: `/${"long-segment".repeat(30)}` })] }, { source }), { viewport: { width, height: 800 }, colorScheme });
    await page.click("#open");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const selector of ["h1", ".faint", ".s-fail", ".p-public", ".place", ".t-indeterminate"]) expect(await contrast(page, selector), selector).toBeGreaterThanOrEqual(4.5);
  });

  test("prints what is shown, without its tools", async () => {
    const page = await opened(renderHtml(sampleResult, { source }));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#search").isVisible()).toBe(false);
    expect(await page.locator("details.endpoint").first().isVisible()).toBe(true);
    expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("runs no script of the scanned code, even where it would be markup", async () => {
    const page = await opened(renderHtml(sampleResult, { source }), {}, [expect.stringContaining("Content Security Policy")]);
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      return "ran" in window;
    });
    expect(ran).toBe(false);
  }, 30_000);

  test("of 3,000 endpoints answers while one types", async () => {
    const endpoints = Array.from({ length: 3000 }, (_, index) => endpoint({ id: `e${index}`, method: "GET", path: `/area/${index % 40}/part-${index}`, proof: finding().proof }));
    const results = endpoints.flatMap(({ id }) => sampleResult.controls.filter(({ scope }) => scope === "endpoint").map((control) => ({ control: control.id, endpoint: id, status: "pass" as const, reason: "It does.", proof: finding().proof })));
    const page = await opened(renderHtml({ ...sampleResult, endpoints, results }, { source }));
    const took = await page.evaluate(async () => {
      const search = document.querySelector("#search");
      if (!(search instanceof HTMLInputElement)) throw new Error("There is no search field.");
      const start = performance.now();
      search.value = "part-77";
      search.dispatchEvent(new Event("input"));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - start;
    });
    expect(await page.textContent("#shown")).toBe("11 of 3000 endpoints");
    // A second on a machine that does much else; a page that freezes takes many.
    expect(took).toBeLessThan(3000);
  }, 60_000);
});

/** WCAG contrast of an element's text against the first opaque ground behind it. */
async function contrast(page: Page, selector: string): Promise<number> {
  return page.locator(selector).first().evaluate((element) => {
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/gu) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.039_28 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let ground: Element | null = element;
    while (ground !== null && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
    const [light = 0, dark = 0] = [luminance(getComputedStyle(element).color), luminance(getComputedStyle(ground ?? document.body).backgroundColor)].toSorted((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  });
}
