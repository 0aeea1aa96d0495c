import { createHash } from "node:crypto";
import { readDocuments } from "@muster/api";
import { setTimeout as wait } from "node:timers/promises";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startTestService, type TestService } from "./test-support/test-service.ts";

const version = "query Version { version }";
const events = "subscription Events { scanProgress { cursor } }";
const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

let held: TestService;
let reader: string;
beforeAll(async () => {
  held = await startTestService({ kind: "memory" }, { concurrency: 0, documents: { known: readDocuments({ [hash(version)]: version, [hash(events)]: events }), only: true } });
  const made = await held.ask(`mutation { createToken(name: "front end", scopes: [READ]) { ... on NewToken { secret } } }`);
  reader = `Bearer ${(made.data as { createToken: { secret: string } }).createToken.secret}`;
}, 120_000);
afterAll(() => held[Symbol.asyncDispose]());

async function post(body: object, authorization = reader): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await held.post(JSON.stringify(body), { authorization });
  return { status: answer.status, body: await answer.json() };
}

test("a front end names its document, or sends one that is known; another is refused, but to an administrator", async () => {
  expect(await post({ documentId: `sha256:${hash(version)}` })).toMatchObject({ body: { data: { version: "0.0.0" } } });
  expect(await post({ query: version })).toMatchObject({ body: { data: { version: "0.0.0" } } });
  expect(await post({ documentId: `sha256:${hash("{ none }")}` })).toMatchObject({ body: { errors: [{ extensions: { code: "DOCUMENT_NOT_FOUND" } }] } });
  expect(await post({ query: "{ version }" })).toMatchObject({ body: { errors: [{ extensions: { code: "DOCUMENT_NOT_ALLOWED" } }] } });
  expect(await post({ query: "{ __schema { types { name } } }" })).toMatchObject({ body: { errors: [{ extensions: { code: "DOCUMENT_NOT_ALLOWED" } }] } });
  expect(await held.ask("{ version }")).toEqual({ data: { version: "0.0.0" } });
});

test("the same holds over WebSocket", async () => {
  const client = createClient({ url: `${held.service.url.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization: reader }, retryAttempts: 0 });
  const refused = client.iterate({ query: "subscription { scanProgress { cursor scan { id } } }" });
  await expect(refused.next()).rejects.toMatchObject([{ extensions: { code: "DOCUMENT_NOT_ALLOWED" } }]);
  const allowed = client.iterate<{ scanProgress: { cursor: string } }>({ query: events });
  const first = allowed.next();
  const made = await held.ask(`mutation { registerRepository(name: "shop", location: "https://git.example.com/shop") { ... on Repository { id } } }`);
  const { id } = (made.data as { registerRepository: { id: string } }).registerRepository;
  for (;;) {
    const asked = await held.ask(`mutation ($id: ID!) { requestScan(repository: $id) { ... on Scan { id } } }`, { id });
    await held.ask(`mutation ($id: ID!) { cancelScan(scan: $id) { __typename } }`, { id: (asked.data as { requestScan: { id: string } }).requestScan.id });
    // The subscription may have begun after the first of them.
    const told = await Promise.race([first, wait(500)]);
    if (told === undefined) continue;
    expect(told.value?.data?.scanProgress.cursor).toMatch(/^\d+$/u);
    break;
  }
  await client.dispose();
}, 60_000);
