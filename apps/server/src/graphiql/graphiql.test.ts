import { gunzipSync } from "node:zlib";
import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestService, type TestService } from "../test-support/test-service.ts";
import { editorAssets } from "./assets.ts";

let held: TestService;
beforeAll(async () => {
  held = await startTestService({ kind: "memory" }, { concurrency: 0, rates: { perToken: 1000, perStranger: 5 } });
}, 120_000);
afterAll(() => held[Symbol.asyncDispose]());

const page = (): string => `${held.service.url}/graphiql`;
const signIn = (token: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => fetch(page(), { method: "POST", headers, body: new URLSearchParams({ token }) });

test("a stranger is asked for a token, and gets no editor without", async () => {
  const asked = await fetch(page());
  expect(asked.status).toBe(200);
  const text = await asked.text();
  expect(text).toContain('<form method="post"');
  expect(text).not.toContain("<script");
  for (const token of ["", "muster_none", "<script>alert(1)</script>"]) {
    const answer = await signIn(token);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toMatch(/<script|settings/u);
  }
});

test("whoever has a token gets the editor, all of which this service serves, under a policy that lets nothing else in", async () => {
  const answer = await signIn(held.token);
  expect(answer.status).toBe(200);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const text = await answer.text();
  const settings = JSON.parse(/id="settings">(?<json>.*?)<\/script>/u.exec(text)?.groups?.["json"] ?? "") as { endpoint: string; headers: string };
  expect(settings.endpoint).toBe("/graphql");
  expect(JSON.parse(settings.headers)).toEqual({ authorization: `Bearer ${held.token}` });
  const places = [...text.matchAll(/(?:src|href)="(?<place>[^"]+)"/gu)].map(({ groups }) => groups?.["place"] ?? "");
  expect(places.length).toBeGreaterThanOrEqual(4);
  for (const place of places) {
    // No icon: browsers ask for one that nobody names.
    if (place === "data:,") continue;
    expect(place).toMatch(/^\/graphiql\/[a-z-]+\.(?:js|css)$/u);
    expect((await fetch(`${held.service.url}${place}`)).status).toBe(200);
  }
  const assets = await editorAssets("/graphiql");
  const start = gunzipSync(assets.get("start.js")?.packed ?? "").toString();
  for (const worker of ["json-worker.js", "graphql-worker.js", "editor-worker.js"]) {
    expect(start).toContain(worker);
    expect(assets.has(worker)).toBe(true);
  }
  expect(gunzipSync(assets.get("editor.js")?.packed ?? "").toString()).toContain("YogaGraphiQL");
  expect((await fetch(`${page()}/../../etc`)).status).toBe(404);
  expect((await fetch(`${page()}/none.js`)).status).toBe(404);
});

test("a form of another page signs nobody in", async () => {
  for (const site of ["cross-site", "same-site"]) expect((await signIn(held.token, { "sec-fetch-site": site })).status).toBe(403);
  expect((await fetch(page(), { method: "DELETE" })).status).toBe(405);
});

test("the editor's own question, for the schema, is answered to a token", async () => {
  const { data, errors } = await held.ask(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }));
  expect(errors).toBeUndefined();
  expect(data).toHaveProperty("__schema.queryType.name", "Query");
});

test("who tries tokens on the page is held up", async () => {
  const statuses: number[] = [];
  for (let tries = 0; tries < 6; tries++) statuses.push((await signIn(`muster_${tries}`)).status);
  expect(statuses.at(-1)).toBe(429);
});
