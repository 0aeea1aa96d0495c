import { createClient, type Client } from "graphql-ws";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { startTestService, type TestService } from "../test-support/test-service.ts";

function connect(held: TestService, token: string): Client {
  return createClient({ url: `${held.service.url.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization: `Bearer ${token}` }, retryAttempts: 0, lazy: false, onNonLazyError: () => undefined });
}

/** The messages of the errors that an operation is answered with; empty where it is answered. */
async function errorsOf(client: Client, query: string): Promise<readonly string[]> {
  try {
    for await (const { errors } of client.iterate({ query })) return errors?.map(({ message }) => message) ?? [];
    return [];
  } catch (error) {
    return Array.isArray(error) ? error.map((one: { readonly message: string }) => one.message) : [String(error)];
  }
}

const progress = { query: "subscription { scanProgress { cursor } }" };

test("an operation that cannot be read is told so, and the connection goes on", async () => {
  await using held = await startTestService({ kind: "memory" }, { concurrency: 0 });
  const client = connect(held, held.token);
  const events = client.iterate(progress);
  events.next().catch(() => undefined);
  expect(await errorsOf(client, "{ version ")).toEqual([expect.stringContaining("Syntax Error")]);
  expect(await errorsOf(client, `{ ${"version ".repeat(3000)} }`)).toEqual([expect.stringContaining("token")]);
  expect(await errorsOf(client, "{ nothing }")).toEqual([expect.stringContaining("nothing")]);
  expect(await errorsOf(client, "{ version }")).toEqual([]);
  await client.dispose();
}, 60_000);

test("a connection ends with its token: it asks nothing more, and is told nothing more", async () => {
  await using held = await startTestService({ kind: "memory" }, { concurrency: 0 });
  const made = (await held.ask(`mutation { createToken(name: "panel", scopes: [READ]) { ... on NewToken { secret token { number } } } registerRepository(name: "shop", location: "https://git.example.com/shop") { ... on Repository { id } } }`)) as { readonly data: { readonly createToken: { readonly secret: string; readonly token: { readonly number: number } }; readonly registerRepository: { readonly id: string } } };
  const { secret, token } = made.data.createToken;
  const happen = async (reference: string): Promise<void> => {
    const { data } = (await held.ask(`mutation ($id: ID!, $reference: String!) { requestScan(repository: $id, reference: $reference) { ... on Scan { id } } }`, { id: made.data.registerRepository.id, reference })) as { readonly data: { readonly requestScan: { readonly id: string } } };
    await held.ask(`mutation ($scan: ID!) { cancelScan(scan: $scan) { __typename } }`, { scan: data.requestScan.id });
  };
  const client = connect(held, secret);
  const events = client.iterate({ query: `subscription { scanProgress(after: "0") { cursor } }` });
  const first = events.next();
  await happen("one");
  expect((await first).value).toMatchObject({ data: { scanProgress: { cursor: expect.any(String) } } });
  expect(await errorsOf(client, "{ version }")).toEqual([]);
  await held.ask(`mutation ($number: Int!) { revokeToken(number: $number) { __typename } }`, { number: token.number });
  const next = events.next();
  await happen("two");
  expect(await next).toEqual({ value: undefined, done: true });
  expect(await errorsOf(client, "{ version }")).toEqual(["The token is good no more."]);
  await client.dispose();
}, 60_000);

test("a connection asks no more often than its token may, and no more at once than a connection may", async () => {
  await using held = await startTestService({ kind: "memory" }, { concurrency: 0, rates: { perToken: 150, perStranger: 5 } });
  const client = connect(held, held.token);
  for (let operations = 0; operations < 100; operations++) client.iterate(progress).next().catch(() => undefined);
  expect(await errorsOf(client, progress.query)).toEqual(["A connection has at most 100 operations at the same time."]);
  await client.dispose();
  const again = connect(held, held.token);
  const told: string[] = [];
  for (let operations = 0; operations < 60; operations++) told.push(...(await errorsOf(again, "{ version }")));
  expect(new Set(told)).toEqual(new Set(["Too many requests."]));
  await again.dispose();
}, 60_000);
