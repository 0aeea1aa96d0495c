import { connect, type Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { getIntrospectionQuery } from "graphql";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { startTestService, type TestService } from "../test-support/test-service.ts";

/** Each event is told some 40 KB: the fields are asked for as often as one may, and the scan's reference is long. */
const progress = `subscription { scanProgress { ${Array.from({ length: 200 }, (_, index) => `s${index}: scan { reference }`).join(" ")} } }`;
const reference = "x".repeat(200);
const readers = 3;
/** So that each subscriber is told some 12 MB and more: more than the system keeps for a connection. */
const events = 300;

/** A connection that sends and never reads. */
function silent(held: TestService, text: string): Socket {
  const { hostname, port } = new URL(held.service.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined).pause();
  socket.write(text);
  return socket;
}

function post(held: TestService, query: string, accept: string): string {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nhost: muster\r\nauthorization: Bearer ${held.token}\r\naccept: ${accept}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** A WebSocket that sends and never reads, once it was let in. */
async function silentWebsocket(held: TestService): Promise<WebSocket> {
  const socket = new WebSocket(`${held.service.url.replace("http", "ws")}/graphql`, "graphql-transport-ws", { autoPong: false });
  socket.on("error", () => undefined);
  await new Promise((resolve) => socket.once("open", resolve));
  socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${held.token}` } }));
  await new Promise((resolve) => socket.once("message", resolve));
  socket.pause();
  return socket;
}

/** Subscribers over both transports and askers, none of whom reads. */
async function allSilent(held: TestService, many: number): Promise<() => void> {
  const sockets = Array.from({ length: many }, () => [silent(held, post(held, progress, "text/event-stream")), silent(held, post(held, getIntrospectionQuery(), "application/json").repeat(100))]).flat();
  const websockets = await Promise.all(Array.from({ length: many }, () => silentWebsocket(held)));
  for (const socket of websockets) socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: { query: progress } }));
  return () => {
    for (const socket of sockets) socket.destroy();
    for (const socket of websockets) socket.terminate();
  };
}

/** Has subscribers told of so many things. */
async function happen(held: TestService, times: number): Promise<void> {
  const made = (await held.ask(`mutation { registerRepository(name: "shop", location: "https://git.example.com/shop") { ... on Repository { id } } }`)) as { data: { registerRepository: { id: string } } };
  const { id } = made.data.registerRepository;
  for (let time = 0; time < times; time++) {
    const asked = (await held.ask(`mutation ($id: ID!, $reference: String!) { requestScan(repository: $id, reference: $reference) { ... on Scan { id } } }`, { id, reference: `${reference}${time}` })) as { data: { requestScan: { id: string } } };
    await held.ask(`mutation ($scan: ID!) { cancelScan(scan: $scan) { __typename } }`, { scan: asked.data.requestScan.id });
  }
}

function memory(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function connections(held: TestService): Promise<number> {
  const told = await fetch(`${held.service.url}/metrics`, { headers: { authorization: `Bearer ${held.token}` } });
  return Number(/^muster_http_connections (?<count>\d+)$/mu.exec(await told.text())?.groups?.["count"]);
}

test("those who do not read fill no memory and hold nobody up", async () => {
  await using held = await startTestService({ kind: "memory" }, { concurrency: 0 });
  const end = await allSilent(held, readers);
  const before = memory();
  await happen(held, events);
  // Were it kept for them, it would be some 80 MB for the subscribers, and as much for those who ask.
  expect(memory() - before).toBeLessThan(60_000_000);
  expect(await connections(held)).toBeGreaterThan(3 * readers);
  const begun = performance.now();
  expect(await held.ask("{ version }")).toEqual({ data: { version: "0.0.0" } });
  expect(performance.now() - begun).toBeLessThan(5000);
  end();
}, 120_000);

test("those who read nothing for too long are left", async () => {
  await using held = await startTestService({ kind: "memory" }, { concurrency: 0, http: { host: "127.0.0.1", port: 0, origins: [], unread: { ms: 1000, bytes: 1_000_000 } } });
  // One of each kind: each is told of all that happens, and telling is what takes the time.
  const end = await allSilent(held, 1);
  await happen(held, events);
  // The one that asks is left.
  await expect.poll(() => connections(held), { timeout: 30_000, interval: 500 }).toBeLessThanOrEqual(2);
  end();
}, 120_000);

test("those who read are not left, however long there is nothing to read", async () => {
  await using held = await startTestService({ kind: "memory" }, { concurrency: 0, http: { host: "127.0.0.1", port: 0, origins: [], unread: { ms: 5_000, bytes: 1_000_000 } } });
  const answer = await held.post(JSON.stringify({ query: "subscription { scanProgress { cursor } }" }), { accept: "text/event-stream" });
  const pieces = (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  setTimeout(() => void happen(held, 1), 7_000);
  let text = "";
  while (!text.includes("scanProgress")) {
    const { value, done } = await pieces.read();
    expect(done).toBe(false);
    text += value ?? "";
  }
  await pieces.cancel();
}, 60_000);

test("who has pings answered and reads no answer is left", async () => {
  await using held = await startTestService({ kind: "memory" }, { concurrency: 0, http: { host: "127.0.0.1", port: 0, origins: [], unread: { ms: 600_000, bytes: 1_000_000 } } });
  const socket = await silentWebsocket(held);
  expect(await connections(held)).toBeGreaterThanOrEqual(2);
  let left = false;
  socket.once("close", () => (left = true));
  for (let sent = 0; sent < 400_000 && !left; sent++) {
    socket.ping("x".repeat(100), undefined, (error) => (left ||= error instanceof Error));
    if (sent % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await expect.poll(() => connections(held), { timeout: 20_000 }).toBeLessThanOrEqual(1);
  socket.terminate();
}, 60_000);
