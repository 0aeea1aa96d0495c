import { entriesIn, itemsIn, textIn, valueAt, type DocumentEntry, type DocumentNode } from "@muster/python/documents";
import type { OperationFact, PathFact, Place, StatedSecurity } from "./document-fact.ts";

/** Methods of a path item (OpenAPI 3.2 adds `query`). */
const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);

/** Where a node of the document is. */
export type Locate = (at: { readonly s: number; readonly e: number }) => Place;

export function isMethod(key: string): boolean {
  return methods.has(key.toLowerCase());
}

/** One path with its operations; what is no operation (parameters, a summary) is left out. */
export function readPathItem(entry: DocumentEntry, locate: Locate): PathFact {
  const ref = textIn(valueAt(entry.value, "$ref"));
  const shared = valueAt(entry.value, "parameters");
  return {
    path: entry.key,
    at: locate(entry),
    operations: entriesIn(entry.value).filter(({ key, value }) => isMethod(key) && "m" in value).map((operation) => readOperation(operation, shared, locate)),
    ...(ref !== undefined && { ref }),
  };
}

function readOperation({ key, value, s, e }: DocumentEntry, shared: DocumentNode | undefined, locate: Locate): OperationFact {
  const deprecated = valueAt(value, "deprecated");
  const sunset = sunsetOf(value);
  return {
    method: key.toUpperCase(),
    at: locate({ s, e }),
    security: statedSecurity(valueAt(value, "security")),
    ...(deprecated !== undefined && "v" in deprecated && deprecated.v === true && { deprecated: true }),
    ...(sunset !== undefined && { sunset }),
    ...(mentionsCaller(value, shared) && { mentionsCaller: true }),
  };
}

export function statedSecurity(node: DocumentNode | undefined): StatedSecurity {
  if (node === undefined || !("l" in node)) return "silent";
  const named = node.l.map((alternative) => entriesIn(alternative).length > 0);
  if (!named.includes(true)) return "none";
  return named.includes(false) ? "optional" : "required";
}

/** `x-sunset: 2026-01-31` and its like, or a `Sunset` header (RFC 8594) among those of the responses. */
function sunsetOf(operation: DocumentNode): string | undefined {
  const stated = entriesIn(operation).find(({ key }) => /^x-(?:api-)?(?:sunset|removal)(?:-date)?$/i.test(key));
  if (stated !== undefined) return textIn(stated.value) ?? "announced";
  const announced = entriesIn(valueAt(operation, "responses")).some(({ value }) => entriesIn(valueAt(value, "headers")).some(({ key }) => key.toLowerCase() === "sunset"));
  return announced ? "announced" : undefined;
}

/** Documents of frameworks that know no security schemes say it so. */
function mentionsCaller(operation: DocumentNode, shared: DocumentNode | undefined): boolean {
  const refusals = entriesIn(valueAt(operation, "responses")).some(({ key }) => key === "401" || key === "403");
  const parameters = [...itemsIn(valueAt(operation, "parameters")), ...itemsIn(shared)];
  return refusals || parameters.some((one) => /authorization|token|api[-_]?key|session|cookie/i.test(`${textIn(valueAt(one, "name")) ?? ""}${textIn(valueAt(one, "$ref")) ?? ""}`));
}
