import { print } from "@0no-co/graphql.web";
import { EventSourceParserStream } from "eventsource-parser/stream";
import type { TadaDocumentNode } from "gql.tada";
import { MusterError } from "./muster-error.ts";

export interface ClientSettings {
  /** Where the service answers: `https://muster.example.com`. */
  readonly url: string;
  readonly token: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds before the first try to go on with a subscription that broke off; doubled with each, up to 30 s. Default 500. */
  readonly reconnectMs?: number;
}

export interface SubscribeOptions {
  readonly signal?: AbortSignal;
}

/** Asks one service. It runs in browsers and in Node. */
export class MusterClient {
  readonly #settings: ClientSettings;
  readonly #endpoint: URL;

  constructor(settings: ClientSettings) {
    this.#settings = settings;
    this.#endpoint = new URL("/graphql", settings.url);
  }

  /** What an operation answers. Throws a `MusterError` where there is no data, or not all of it. */
  async ask<Result, Variables>(document: TadaDocumentNode<Result, Variables>, variables: Variables, { signal }: SubscribeOptions = {}): Promise<Result> {
    const answer = await this.#post(document, variables, "application/json", signal);
    const { data, errors } = (await answer.json().catch(() => ({}))) as Answer<Result>;
    if (errors !== undefined || data === undefined || data === null) throw errorOf(answer, errors);
    return data;
  }

  /**
   * What a subscription tells, as it happens, without end: where the connection breaks off it is taken up again after the last
   * event, so that none is lost and none told twice. The subscription selects `cursor` and takes a variable `after`.
   * Throws a `MusterError` where the service refuses it.
   */
  async *subscribe<Result extends object, Variables extends { readonly after?: string | null | undefined }>(document: TadaDocumentNode<Result, Variables>, variables: Variables, { signal }: SubscribeOptions = {}): AsyncGenerator<Result, void> {
    let after = variables.after;
    let failures = 0;
    while (!isOver(signal)) {
      try {
        const answer = await this.#post(document, { ...variables, after }, "text/event-stream", signal);
        if (!answer.ok || !(answer.headers.get("content-type") ?? "").startsWith("text/event-stream")) throw errorOf(answer, ((await answer.json().catch(() => ({}))) as Answer<Result>).errors);
        for await (const { data, errors } of eventsOf<Result>(answer)) {
          if (errors !== undefined || data === undefined || data === null) throw errorOf(answer, errors);
          failures = 0;
          after = cursorOf(data) ?? after;
          yield data;
        }
      } catch (error) {
        if (isOver(signal)) return;
        // Refused for good; what is overloaded or away comes back.
        if (error instanceof MusterError && !["TOO_OFTEN", "UNAVAILABLE"].includes(error.code)) throw error;
      }
      await pause(Math.min(30_000, (this.#settings.reconnectMs ?? 500) * 2 ** failures), signal);
      failures += 1;
    }
  }

  #post<Result, Variables>(document: TadaDocumentNode<Result, Variables>, variables: unknown, accept: string, signal: AbortSignal | undefined): Promise<Response> {
    const { fetch = globalThis.fetch, token } = this.#settings;
    return fetch(this.#endpoint, {
      method: "POST",
      headers: { accept, authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ query: print(document as Parameters<typeof print>[0]), variables }),
      ...(signal !== undefined && { signal }),
    });
  }
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string; readonly id?: string } }[];
}

async function* eventsOf<Result>({ body }: Response): AsyncGenerator<Answer<Result>, void> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array<ArrayBuffer>, string>).pipeThrough(new EventSourceParserStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value.event === "complete") return;
      if (value.event === "next") yield JSON.parse(value.data) as Answer<Result>;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // It broke off already.
  }
}

/** Of the one field that a subscription has. */
function cursorOf(data: object): string | undefined {
  const [field] = Object.values(data) as readonly unknown[];
  const cursor = typeof field === "object" && field !== null && "cursor" in field ? field.cursor : undefined;
  return typeof cursor === "string" ? cursor : undefined;
}

const codes: Readonly<Record<number, string>> = { 401: "UNAUTHENTICATED", 403: "FORBIDDEN", 413: "TOO_LARGE", 429: "TOO_OFTEN", 502: "UNAVAILABLE", 503: "UNAVAILABLE", 504: "UNAVAILABLE" };

function errorOf(answer: Response, errors: Answer<unknown>["errors"]): MusterError {
  const [first] = errors ?? [];
  const wait = Number(answer.headers.get("retry-after") ?? Number.NaN);
  return new MusterError(first?.message ?? `The service answered with status ${answer.status}.`, first?.extensions?.code ?? codes[answer.status] ?? "FAILED", { ...(first?.extensions?.id !== undefined && { id: first.extensions.id }), ...(Number.isFinite(wait) && { retryAfter: wait }) });
}

function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end, { once: true });
  });
}
