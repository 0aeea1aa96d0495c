/// <reference lib="dom" />
import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startTestService, type TestService } from "../test-support/test-service.ts";

const places = [process.env["CHROMIUM"] ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const executablePath = places.find((place) => place !== "" && existsSync(place));
const version = "12.34.56";

describe.skipIf(executablePath === undefined)("GraphiQL in a browser (skipped where no Chromium is installed: apt install chromium, or name one in CHROMIUM)", () => {
  let browser: Browser;
  let held: TestService;
  beforeAll(async () => {
    held = await startTestService({ kind: "memory" }, { concurrency: 0, version });
    browser = await chromium.launch({ ...(executablePath !== undefined && { executablePath }), args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await held[Symbol.asyncDispose]();
  });

  /** The sign-in page with a fresh profile; the test fails on any error that the browser tells, and on any request to elsewhere. */
  async function opened(expected: readonly string[] = []): Promise<Page> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => message.type() === "error" && troubles.push(`${message.text()} ${new URL(message.location().url).pathname}`));
    page.on("requestfailed", (request) => troubles.push(`${request.url()} ${request.failure()?.errorText}`));
    page.on("request", (request) => !/^(?:data|blob):/u.test(request.url()) && new URL(request.url()).origin !== held.service.url && troubles.push(request.url()));
    onTestFinished(async () => {
      await context.close();
      expect(troubles).toEqual(expected);
    });
    const answer = await page.goto(`${held.service.url}/graphiql`);
    expect(answer?.headers()).toMatchObject({ "content-security-policy": expect.stringContaining("script-src 'self';"), "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "no-referrer" });
    return page;
  }

  async function signIn(page: Page, token: string): Promise<void> {
    await page.fill("#token", token);
    await page.click("button");
  }

  test("an operator signs in, runs the operation that is there and sees the answer, and what he types is completed by the schema", async () => {
    const page = await opened();
    await signIn(page, held.token);
    await page.click(".graphiql-execute-button", { timeout: 60_000 });
    const answered = async (): Promise<string> => (await page.locator(".graphiql-response .view-lines").innerText()).replaceAll("\u00a0", " ");
    await expect.poll(answered, { timeout: 30_000 }).toContain(version);
    await page.click(".graphiql-query-editor .view-lines");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("{ tokens { na");
    await page.keyboard.press("Control+Space");
    await expect.poll(() => page.locator(".suggest-widget").innerText(), { timeout: 30_000 }).toContain("name");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect.poll(answered, { timeout: 30_000 }).toContain("first administrator");
    // The page alone has the token.
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]))).not.toContain(held.token);
  }, 180_000);

  test("a stranger gets no editor", async () => {
    const page = await opened(["Failed to load resource: the server responded with a status of 401 (Unauthorized) /graphiql"]);
    await signIn(page, `${held.token}x`);
    await expect.poll(() => page.locator("[role=alert]").textContent()).toContain("no token that is good");
    expect(await page.locator("script").count()).toBe(0);
    expect(await page.locator(".graphiql-execute-button").count()).toBe(0);
  }, 60_000);
});
