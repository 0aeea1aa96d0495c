import { enableCompileCache } from "node:module";
import { isAbsolute } from "node:path";
import { threadId } from "node:worker_threads";
import type { Extractor, ExtractInput, Json, Plugin } from "@muster/contract";
import { textFinder } from "@muster/patterns/text-finder";
import { move, transferableSymbol, valueSymbol, workerData } from "piscina";
import { diskPath } from "../discover/listed-path.ts";
import { decode } from "../read/decode.ts";
import { BlobReader } from "../read/blob-reader.ts";
import { FileReader, type FileContent, type Unread } from "../read/file-reader.ts";
import { isPointer } from "../read/lfs-pointer.ts";
import { encodeFact } from "./fact-json.ts";
import { Step, type ExtractedFact, type ExtractedFile, type ExtractFile, type ExtractReply, type ExtractSetup, type ExtractTask } from "./task.ts";

const setup: ExtractSetup = workerData;
if (setup.compileCache !== undefined && isAbsolute(setup.compileCache)) enableCompileCache(setup.compileCache);
// Standard output belongs to the host: a report may be on its way there. A plugin that prints must not spoil it.
process.stdout.write = () => true;
process.stderr.write = () => true;

type Ready = { readonly status: "ready"; readonly extractor: Extractor; readonly options: Json } | { readonly status: "unusable"; readonly reason: string };

const reader = new FileReader(setup.fileBytes);
let blobs: BlobReader | undefined;
const findHints = textFinder(setup.hints);
const prepared = new Map<number, Ready>();

/** One batch: reads each file once and runs the extractors that it was sent for. */
export async function extract({ files, steps }: ExtractTask): Promise<ExtractReply> {
  Atomics.store(steps, Step.thread, threadId);
  const chunks: Buffer[] = [];
  const replies: ExtractedFile[] = [];
  for (const [index, file] of files.entries()) {
    step(steps, index, -1);
    for (const place of file.extractors) {
      if (prepared.has(place)) continue;
      step(steps, index, place);
      Atomics.store(steps, Step.preparing, 1);
      prepared.set(place, await prepare(place));
      Atomics.store(steps, Step.preparing, 0);
    }
    step(steps, index, -1);
    const content = file.blob === undefined ? readFile(file) : await readBlob(file.blob, files, index);
    replies.push(extractFile(file, content, index, steps, chunks));
  }
  // Its own memory, so that it can be handed over instead of copied; small buffers share a pool.
  const bytes = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return handedOver({ files: replies, bytes });
}

/** Tells the pool to hand over the memory of a reply; what it takes the reply from is its own convention. */
function handedOver(reply: ExtractReply): ExtractReply {
  return move({ [transferableSymbol]: [reply.bytes.buffer], [valueSymbol]: reply }) as unknown as ExtractReply;
}

function readFile(file: ExtractFile): FileContent | Unread {
  return reader.read(diskPath(setup.root, { path: file.path, ...(file.raw !== undefined && { raw: Buffer.from(file.raw) }) }));
}

async function readBlob(id: string, files: readonly ExtractFile[], index: number): Promise<FileContent | Unread> {
  if (setup.repository === undefined) throw new Error("A content of the history was sent to a pool that has no repository.");
  blobs ??= new BlobReader(setup.repository, setup.fileBytes);
  if (index === 0) blobs.request(files.flatMap(({ blob }) => blob ?? []));
  const content = await blobs.next();
  return content.status === "unread" ? content : { status: "read", bytes: content.bytes, id, size: content.bytes.length, mtimeMs: 0, ctimeMs: 0, ino: 0 };
}

function extractFile(file: ExtractFile, content: FileContent | Unread, index: number, steps: Int32Array, chunks: Buffer[]): ExtractedFile {
  if (content.status === "unread") return content;
  const { bytes, id, size, mtimeMs, ctimeMs, ino } = content;
  if (file.expected !== undefined && file.expected !== id) return { status: "unread", outcome: { status: "failed", reason: "Changed while the scan ran. Scan again." } };
  const hints = file.hints ? findHints(bytes) : [];
  let text: string | undefined;
  const input: Omit<ExtractInput, "options"> = { file: { path: file.path, size: file.size, role: file.role }, bytes, text: () => (text ??= decode(bytes)) };
  const facts = file.extractors.map((place) => {
    step(steps, index, place);
    return runExtractor(place, input, chunks);
  });
  return { status: "read", id, size, mtimeMs, ctimeMs, ino, ...(file.blob !== undefined && isPointer(bytes) && { pointer: true }), hints, facts };
}

function runExtractor(place: number, input: Omit<ExtractInput, "options">, chunks: Buffer[]): ExtractedFact {
  const ready = prepared.get(place);
  if (ready === undefined || ready.status === "unusable") return { kind: "failed", reason: ready?.reason ?? "was not prepared" };
  try {
    const fact = ready.extractor.extract({ ...input, options: ready.options });
    if (fact === undefined) return { kind: "none" };
    const encoded = encodeFact(fact);
    if (encoded.status === "refused") return { kind: "failed", reason: encoded.reason };
    chunks.push(encoded.bytes);
    return { kind: "fact", length: encoded.bytes.length };
  } catch (error) {
    return { kind: "failed", reason: `threw ${describe(error)}` };
  }
}

async function prepare(place: number): Promise<Ready> {
  const wanted = setup.extractors[place];
  if (wanted === undefined) return { status: "unusable", reason: "is not known to the pool" };
  try {
    const module: { readonly default: Plugin } = await import(wanted.specifier);
    const extractor = module.default.extractors?.find(({ name }) => name === wanted.name);
    if (extractor === undefined) return { status: "unusable", reason: "is not in its module any more" };
    await extractor.prepare?.(wanted.options);
    return { status: "ready", extractor, options: wanted.options };
  } catch (error) {
    return { status: "unusable", reason: `could not be prepared: it threw ${describe(error)}` };
  }
}

function step(steps: Int32Array, file: number, extractor: number): void {
  Atomics.store(steps, Step.file, file);
  Atomics.store(steps, Step.extractor, extractor);
  Atomics.add(steps, Step.count, 1);
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : "something that is not an Error";
}
