import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestService, type TestService } from "./test-support/test-service.ts";

let held: TestService;
beforeAll(async () => {
  held = await startTestService({ kind: "memory" }, { concurrency: 0 });
}, 120_000);
afterAll(() => held[Symbol.asyncDispose]());

/** Sends a body piece by piece, without saying how long it is, until there is an answer. */
function pour(total: number): Promise<{ readonly status: number | undefined; readonly body: string; readonly sent: number }> {
  return new Promise((resolve, reject) => {
    const piece = Buffer.alloc(1_000_000, "x");
    let sent = 0;
    let answered = false;
    const post = request(`${held.service.url}/graphql`, { method: "POST", headers: { authorization: `Bearer ${held.token}`, "content-type": "application/json" } }, (answer) => {
      answered = true;
      let body = "";
      answer.setEncoding("utf8").on("data", (text: string) => (body += text));
      answer.on("end", () => resolve({ status: answer.statusCode, body, sent }));
    });
    // What is sent after the answer meets a connection that is closed.
    post.on("error", (error) => (answered ? undefined : reject(error)));
    const more = (): void => {
      if (answered || sent >= total) return void post.end();
      sent += piece.length;
      if (post.write(piece)) setImmediate(more);
      else post.once("drain", more);
    };
    post.write('{"query":"');
    more();
  });
}

test("a query of 100 MB is refused before it is there, and the service goes on", async () => {
  const { status, body, sent } = await pour(100_000_000);
  expect(status).toBe(413);
  expect(JSON.parse(body)).toEqual({ errors: [{ message: "A request has at most 1000000 bytes." }] });
  expect(sent).toBeLessThan(50_000_000);
  expect(await held.ask("{ version }")).toEqual({ data: { version: "0.0.0" } });
});

test("a token that has expired, or was revoked, is a stranger's from then on, and who made and ended it is told", async () => {
  const make = async (more: string): Promise<{ readonly secret: string; readonly token: { readonly number: number } }> => ((await held.ask(`mutation { createToken(name: "ci", scopes: [READ]${more}) { ... on NewToken { secret token { number } } } }`)).data as { createToken: never }).createToken;
  const statusOf = async (secret: string): Promise<number> => (await held.post(`{"query":"{ version }"}`, { authorization: `Bearer ${secret}` })).status;
  const expired = await make(`, expiresAt: "2020-01-01T00:00:00Z"`);
  expect(await statusOf(expired.secret)).toBe(401);
  const revoked = await make("");
  expect(await statusOf(revoked.secret)).toBe(200);
  await held.ask(`mutation ($number: Int!) { revokeToken(number: $number) { ... on Token { revokedAt } ... on Failure { message } } }`, { number: revoked.token.number });
  expect(await statusOf(revoked.secret)).toBe(401);
  const { data } = await held.ask(`{ audit { action target } tokens { name revokedAt expiresAt } }`);
  expect(data).toMatchObject({ audit: expect.arrayContaining([{ action: "create token", target: "ci" }, { action: "revoke token", target: "ci" }]) });
  expect(JSON.stringify(data)).not.toContain(revoked.secret);
});
