import type { Application, Endpoint } from "@muster/contract";
import type { Operation } from "../document/api-document.ts";
import { mayAnswer, templateKey } from "./template.ts";

/** What one application serves, by template and method. */
export class Surface {
  readonly application: Application;
  readonly endpoints: readonly Endpoint[];
  readonly #byKey = new Map<string, Endpoint[]>();

  constructor(application: Application, endpoints: readonly Endpoint[]) {
    this.application = application;
    this.endpoints = endpoints;
    for (const endpoint of endpoints) {
      const key = templateKey(endpoint.path);
      const known = this.#byKey.get(key);
      if (known) known.push(endpoint);
      else this.#byKey.set(key, [endpoint]);
    }
  }

  get templates(): readonly string[] {
    return [...this.#byKey.keys()];
  }

  /** Endpoints that an operation at a path of the code describes: of its method, or of any. */
  described(path: string, method: string): readonly Endpoint[] {
    return (this.#byKey.get(templateKey(path)) ?? []).filter((endpoint) => endpoint.method === method || endpoint.method === "*" || (method === "HEAD" && endpoint.method === "GET"));
  }

  /** Whether requests to a documented operation may be answered, by an endpoint of another template or one for all methods. */
  mayAnswer(path: string, method: string): boolean {
    if (method === "OPTIONS" || method === "HEAD") return this.#byKey.has(templateKey(path)) || this.endpoints.some((endpoint) => mayAnswer(endpoint.path, path));
    return this.endpoints.some((endpoint) => (endpoint.method === method || endpoint.method === "*") && mayAnswer(endpoint.path, path));
  }
}

/** Methods that documents describe: a WebSocket has no place in one, and preflights and HEAD go without saying. */
export function isDocumentable(method: string): boolean {
  return method !== "WEBSOCKET" && method !== "OPTIONS" && method !== "HEAD" && method !== "TRACE" && method !== "CONNECT";
}

const ordinary = /^(?:|\{[^{}]*\}|api|v\d+|health(?:z|check)?|ping|status|version|login|logout|metrics|ready|readiness|live|liveness|docs|info|token|openapi\.json|swagger\.json)$/i;

/** Whether a path says which interface it is of: `/health` and `/login` are everywhere. */
export function isTelling({ path }: Pick<Operation, "path">): boolean {
  return path.split("/").some((segment) => !ordinary.test(segment));
}
