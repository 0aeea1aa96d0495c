import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestService, type TestService } from "./test-support/test-service.ts";

const page = readFileSync(new URL("../../../docs/service.md", import.meta.url), "utf8");
const operations = [...page.matchAll(/^```graphql\n(?<text>.+?)\n```$/gmsu)].map(({ groups }) => groups?.["text"] ?? "");

let held: TestService;
let repository: string;
let commit: string;
beforeAll(async () => {
  held = await startTestService({ kind: "memory" });
  const folder = path.join(held.root, "own");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "main.py"), "x = 1\n");
  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: folder, encoding: "utf8" }).trim();
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "--message=one");
  commit = git("rev-parse", "HEAD");
  const made = await held.ask(`mutation ($location: String!) { registerRepository(name: "own", location: $location) { ... on Repository { id } } }`, { location: folder });
  repository = (made.data as { registerRepository: { id: string } }).registerRepository.id;
  await held.ask(`mutation ($repository: ID!) { requestScan(repository: $repository) { __typename } }`, { repository });
  const scanned = async (): Promise<boolean> => ((await held.ask(`{ repository(name: "own") { current { state } } }`)).data as { repository: { current: unknown } }).repository.current !== null;
  while (!(await scanned())) await wait(100);
}, 180_000);
afterAll(() => held[Symbol.asyncDispose]());

test.each(named(operations.filter((text) => !text.startsWith("subscription"))))("docs/service.md: $name is answered by a running service", async ({ text }) => {
  const { data, errors } = await held.ask(text, { repository, before: commit, finding: Buffer.from("Finding:1").toString("base64") });
  expect(errors).toBeUndefined();
  expect(data).toBeTruthy();
});

test.each(named(operations.filter((text) => text.startsWith("subscription"))))("docs/service.md: $name is answered by a running service", async ({ text }) => {
  const left = new AbortController();
  const stream = await held.post(JSON.stringify({ query: text }), { accept: "text/event-stream" }, left.signal);
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  left.abort();
});

function named(texts: readonly string[]): readonly { readonly name: string; readonly text: string }[] {
  return texts.map((text) => ({ name: /^\w+ \w+/u.exec(text)?.[0] ?? text, text }));
}

test("the page has operations of each kind", () => {
  expect(new Set(operations.map((text) => text.split(" ")[0]))).toEqual(new Set(["query", "mutation", "subscription"]));
});
