import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What browsers are told of every answer: nothing of it is a page, a frame or a thing to keep. */
const securityHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Answers with JSON. */
export function answerJson(response: ServerResponse, status: number, body: object, headers: Readonly<Record<string, string>> = {}): void {
  answerText(response, status, `${JSON.stringify(body)}\n`, { "content-type": "application/json; charset=utf-8", ...headers });
}

export function answerText(response: ServerResponse, status: number, text: string | Buffer, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...securityHeaders, "content-type": "text/plain; charset=utf-8", ...headers });
  response.end(text);
}

/** Passes an answer on as it comes. One who does not read holds back what is read for him; one who leaves ends it. */
export async function passOn(response: ServerResponse, answer: Response, headers: Readonly<Record<string, string>>): Promise<void> {
  response.writeHead(answer.status, { ...securityHeaders, ...Object.fromEntries(answer.headers), ...headers });
  // What is there whole goes out in one piece; a stream has its reader wait for nothing.
  if (answer.body === null || answer.headers.get("content-type")?.startsWith("text/event-stream") !== true) {
    response.end(await answer.text());
    return;
  }
  response.flushHeaders();
  await pipeline(Readable.from(answer.body), response);
}
