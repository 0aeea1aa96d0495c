import type { Endpoint, Json, Parameter } from "@muster/contract";
import type { EndpointControl } from "../controls/endpoint-controls.ts";
import { pathParameters } from "./path-shape.ts";
import { securityOf } from "./security-schemes.ts";

type JsonObject = { readonly [key: string]: Json };

/**
 * An endpoint as an operation object (OpenAPI 3.1 §4.8.10). What scanning does not tell (types, responses) is left out
 * or open, never invented.
 *
 * @param controls What it is held to, so that the document itself answers an auditor.
 * @param path The template under which the operation stands; it may name parameters otherwise than the endpoint.
 */
export function operationOf(endpoint: Endpoint, path: string, operationId: string, controls: readonly EndpointControl[]): JsonObject {
  const own = pathParameters(endpoint.path);
  const renamed = pathParameters(path);
  const parameters: Json[] = renamed.map((name, index) => ({
    name,
    in: "path",
    required: true,
    schema: {},
    ...(own[index] === name || own[index] === undefined ? {} : { "x-muster-name": own[index] }),
  }));
  const known = new Set<string>();
  for (const parameter of endpoint.parameters) {
    if (parameter.in !== "query" && parameter.in !== "header" && parameter.in !== "cookie") continue;
    const key = `${parameter.in} ${parameter.name}`;
    if (!known.has(key)) parameters.push({ name: parameter.name, in: parameter.in, required: parameter.required, schema: {} });
    known.add(key);
  }
  const security = securityOf(endpoint);
  const body = bodyOf(endpoint);
  return {
    operationId,
    ...(endpoint.summary === undefined ? {} : { summary: endpoint.summary }),
    ...(endpoint.tags.length > 0 ? { tags: [...new Set(endpoint.tags)] } : {}),
    ...(endpoint.deprecated ? { deprecated: true } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: body }),
    ...(security === undefined ? {} : { security }),
    responses: { default: { description: "Responses are not part of the inventory." } },
    "x-muster-posture": endpoint.posture,
    ...(endpoint.reason === undefined ? {} : { "x-muster-reason": endpoint.reason }),
    "x-muster-handler": { symbol: endpoint.handler.symbol, path: endpoint.handler.span.path, line: endpoint.handler.span.line },
    ...(endpoint.hidden ? { "x-muster-hidden": true } : {}),
    ...(endpoint.conditions.length > 0 ? { "x-muster-conditions": endpoint.conditions.map(({ text, holds }) => ({ text, holds })) } : {}),
    ...(controls.length > 0 ? { "x-muster-controls": controls.map(({ id, status, criteria }) => ({ id, status, criteria: [...criteria] })) } : {}),
    "x-muster-id": endpoint.id,
  };
}

function bodyOf(endpoint: Endpoint): Json | undefined {
  const fields = endpoint.parameters.filter((parameter) => parameter.in === "body" || parameter.in === "form");
  if (fields.length === 0) return undefined;
  const isForm = fields.some((field) => field.in === "form");
  return { required: fields.some((field) => field.required), content: { [isForm ? "multipart/form-data" : "application/json"]: { schema: schemaOf(fields, isForm) } } };
}

/** One body parameter is the body itself; form fields, and several, are its properties. */
function schemaOf(fields: readonly Parameter[], isForm: boolean): Json {
  if (fields.length === 1 && !isForm) return { title: fields[0]?.name ?? "" };
  const required = [...new Set(fields.filter((field) => field.required).map((field) => field.name))];
  return { type: "object", properties: Object.fromEntries(fields.map((field) => [field.name, {}])), ...(required.length > 0 ? { required } : {}) };
}
