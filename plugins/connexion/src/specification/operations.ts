import { entriesIn, itemsIn, textIn, type Place } from "@muster/python";
import type { Located, Specification } from "./specification.ts";

/** One operation of a specification. */
export interface Operation {
  /** As the specification writes it. */
  readonly path: string;
  /** As Flask takes it: `/items/<int:item_id>`. */
  readonly rule: string;
  /** Lower case. */
  readonly method: string;
  readonly operationId: string | undefined;
  readonly controller: string | undefined;
  /** Alternatives, each of schemes with their scopes; undefined where neither the operation nor the specification names any. */
  readonly security: readonly ReadonlyMap<string, readonly string[]>[] | undefined;
  readonly place: Place;
}

/** What a specification says of one way to prove who calls. */
export type Scheme = ReadonlyMap<string, string>;

const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** All operations, in the order of the document. */
export function operationsOf(specification: Specification): Operation[] {
  const { root } = specification;
  const everywhere = securityOf(specification, root);
  const paths = specification.at(root, "paths");
  const out: Operation[] = [];
  for (const entry of entriesIn(paths?.node)) {
    const item = specification.follow({ node: entry.value, document: paths?.document });
    if (!item) continue;
    const path = specification.fill(entry.key);
    const types = parameterTypes(specification, item);
    for (const written of entriesIn(item.node)) {
      if (!methods.has(written.key)) continue;
      const operation = specification.follow({ node: written.value, document: item.document });
      if (!operation) continue;
      out.push({
        path,
        rule: ruleOf(path, new Map([...types, ...parameterTypes(specification, operation)])),
        method: written.key,
        operationId: specification.text(operation, "operationId"),
        controller: specification.text(operation, "x-openapi-router-controller") ?? specification.text(operation, "x-swagger-router-controller"),
        security: securityOf(specification, operation) ?? everywhere,
        place: specification.place(written, item.document),
      });
    }
  }
  return out;
}

/** By name; of both versions of the format. */
export function schemesOf(specification: Specification): ReadonlyMap<string, Scheme> {
  const { root } = specification;
  const out = new Map<string, Scheme>();
  for (const schemes of [specification.at(specification.at(root, "components"), "securitySchemes"), specification.at(root, "securityDefinitions")]) {
    for (const entry of entriesIn(schemes?.node)) {
      const scheme = specification.follow({ node: entry.value, document: schemes?.document });
      out.set(entry.key, new Map(entriesIn(scheme?.node).flatMap(({ key, value }) => (textIn(value) === undefined ? [] : [[key, specification.fill(textIn(value) ?? "")] as const]))));
    }
  }
  return out;
}

/** The path that the specification serves its operations under, without a slash at the end. */
export function basePathOf(specification: Specification): string {
  const { root } = specification;
  const basePath = specification.text(root, "basePath");
  if (basePath !== undefined) return basePath.replace(/\/+$/, "");
  const [first] = itemsIn(specification.at(root, "servers")?.node);
  const server = first && specification.follow({ node: first, document: root.document });
  const variables = specification.at(server, "variables");
  const url = (specification.text(server, "url") ?? "").replaceAll(/\{(\w+)\}/g, (whole, name: string) => specification.text(specification.at(variables, name), "default") ?? whole);
  return url.replace(/^[a-zA-Z][\w+.-]*:/, "").replace(/^\/\/[^/]*/, "").replace(/[?#].*$/, "").replace(/\/+$/, "");
}

export function isSwagger2(specification: Specification): boolean {
  return entriesIn(specification.root.node).some(({ key }) => key === "swagger");
}

function securityOf(specification: Specification, of: Located): Operation["security"] {
  const security = specification.at(of, "security");
  if (!security || !("l" in security.node)) return undefined;
  return security.node.l.map((requirement) => new Map(entriesIn(requirement).map(({ key, value }) => [key, itemsIn(value).flatMap((scope) => textIn(scope) ?? [])])));
}

function parameterTypes(specification: Specification, of: Located): Map<string, string> {
  const parameters = specification.at(of, "parameters");
  const out = new Map<string, string>();
  for (const item of itemsIn(parameters?.node)) {
    const parameter = specification.follow({ node: item, document: parameters?.document });
    if (specification.text(parameter, "in") !== "path") continue;
    const schema = specification.at(parameter, "schema") ?? parameter;
    const type = specification.text(schema, "format") === "path" ? "path" : specification.text(schema, "type");
    out.set(specification.text(parameter, "name") ?? "", type ?? "");
  }
  return out;
}

/** Converters by the type of a parameter. */
const converters: Readonly<Record<string, string>> = { integer: "int", number: "float", path: "path" };

function ruleOf(path: string, types: ReadonlyMap<string, string>): string {
  return path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const converter = converters[types.get(name) ?? ""];
    return `<${converter === undefined ? "" : `${converter}:`}${name.replaceAll("-", "_")}>`;
  });
}
