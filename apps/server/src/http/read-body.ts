import type { IncomingMessage } from "node:http";

export type ReadBody = { readonly status: "read"; readonly body: Buffer<ArrayBuffer> } | { readonly status: "too large" };

/** The body of a request, read no further than it may be long. */
export async function readBody(request: IncomingMessage, most: number): Promise<ReadBody> {
  if (Number(request.headers["content-length"] ?? 0) > most) return { status: "too large" };
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) return { status: "too large" };
    pieces.push(piece);
  }
  return { status: "read", body: Buffer.concat(pieces) };
}
