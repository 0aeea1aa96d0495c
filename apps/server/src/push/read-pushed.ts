import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { IncomingMessage } from "node:http";
import { readBody } from "../http/read-body.ts";

/** Bytes of a result, packed or not. The largest that a repository of tens of thousands of endpoints has is below it. */
export const mostResultBytes = 100_000_000;

export type ReadPushed = { readonly status: "read"; readonly text: string } | { readonly status: "too large" } | { readonly status: "unreadable"; readonly reason: string };

const unpack = promisify(gunzip);

/** The text of a pushed result, which may come with `content-encoding: gzip`. What unpacks to more than is allowed is not unpacked to its end. */
export async function readPushed(request: IncomingMessage): Promise<ReadPushed> {
  const read = await readBody(request, mostResultBytes);
  if (read.status === "too large") return read;
  const encoding = request.headers["content-encoding"] ?? "identity";
  try {
    const bytes = encoding === "gzip" ? await unpack(read.body, { maxOutputLength: mostResultBytes }) : read.body;
    if (encoding !== "gzip" && encoding !== "identity") return { status: "unreadable", reason: `the encoding ${JSON.stringify(encoding.slice(0, 40))} is not known: send it as it is, or with gzip` };
    return { status: "read", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") return { status: "too large" };
    return { status: "unreadable", reason: code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? "it is not UTF-8" : "it cannot be unpacked" };
  }
}
