import type { Application, Endpoint, Json, ScanResult } from "@muster/contract";
import { endpointControls } from "../controls/endpoint-controls.ts";
import { operationOf } from "./operation.ts";
import { operationIds } from "./operation-ids.ts";
import { pathParameters, pathShape } from "./path-shape.ts";
import { securitySchemes } from "./security-schemes.ts";

/** The inventory of one application. */
export interface OpenApiDocument {
  readonly application: Application;
  /** Ends with a line break. */
  readonly text: string;
}

const documentMethods = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]);

/**
 * One OpenAPI 3.1 document per application. Endpoints of methods that the format does not know (WebSockets, any method)
 * stand under `x-muster-other`, so that none is lost.
 */
export function renderOpenApi(result: ScanResult): readonly OpenApiDocument[] {
  return result.applications.map((application) => {
    const endpoints = result.endpoints.filter((endpoint) => endpoint.application === application.id);
    return { application, text: `${JSON.stringify(documentOf(application, endpoints, result), undefined, 2)}\n` };
  });
}

function documentOf(application: Application, endpoints: readonly Endpoint[], result: ScanResult): Json {
  const ids = operationIds(endpoints);
  const templates = new Map<string, string>();
  const paths = new Map<string, Map<string, Json>>();
  const other: Json[] = [];
  const controls = endpointControls(result);
  for (const endpoint of endpoints) {
    const shape = pathShape(endpoint.path);
    const path = templates.get(shape) ?? endpoint.path;
    const operations = paths.get(path) ?? new Map<string, Json>();
    const method = endpoint.method.toLowerCase();
    if (!documentMethods.has(endpoint.method) || operations.has(method) || hasRepeatedParameter(path)) {
      other.push({ method: endpoint.method, path: endpoint.path, operation: operationOf(endpoint, endpoint.path, ids.get(endpoint.id) ?? endpoint.id, controls(endpoint.id)) });
      continue;
    }
    templates.set(shape, path);
    paths.set(path, operations.set(method, operationOf(endpoint, path, ids.get(endpoint.id) ?? endpoint.id, controls(endpoint.id))));
  }
  const used = new Set(endpoints.flatMap((endpoint) => ["custom" as const, ...endpoint.guards.flatMap((guard) => guard.credentials)]));
  const schemes = Object.entries(securitySchemes).filter(([name]) => [...used].some((type) => type === name));
  const { link } = result.coverage;
  return {
    openapi: "3.1.0",
    info: {
      title: application.title ?? application.name,
      version: application.version ?? "unknown",
      description: `Inventory of ${application.name}, read from its code by Muster ${result.tool.version}. It lists what the code serves, with the posture that the code proves; types and responses are not part of it.`,
    },
    paths: Object.fromEntries([...paths].map(([path, operations]) => [path, Object.fromEntries(operations)])),
    components: { securitySchemes: Object.fromEntries(schemes) },
    "x-muster-application": { name: application.name, framework: application.framework, path: application.span.path, line: application.span.line },
    "x-muster-unresolved": link.unresolved.map((place) => ({ what: place.what, reason: place.reason, path: place.span.path, line: place.span.line })),
    ...(other.length > 0 ? { "x-muster-other": other } : {}),
  };
}

/** `/{id}/parts/{id}`: parameters of one operation must differ by name. */
function hasRepeatedParameter(path: string): boolean {
  const names = pathParameters(path);
  return new Set(names).size < names.length;
}
