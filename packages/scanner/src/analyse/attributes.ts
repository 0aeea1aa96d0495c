import { compareText, type Attribute, type AttributeDeclaration, type AttributeValue, type Endpoint, type EndpointAttribute, type Plugin } from "@muster/contract";
import type { DescribedEndpoint, JudgedPart } from "./protocol.ts";

/** What a plugin declares, by name. */
export type Declared = ReadonlyMap<string, AttributeDeclaration>;

const mostCharacters = 1000;

export function declaredIn({ attributes = [] }: Plugin): Declared {
  return new Map(attributes.map((one) => [one.name, one]));
}

/** A report's attributes, sorted by name. Throws where one is not declared, or is not what was declared. */
export function attributesOf(given: Readonly<Record<string, AttributeValue>>, declared: Declared): readonly Attribute[] {
  return Object.entries(given).map(([name, value]) => attributeOf(name, value, declared)).sort(byName);
}

/** What a plugin says of endpoints. Throws where it says it of none, says a thing twice, or says what it did not declare. */
export function describedEndpoints(given: Iterable<EndpointAttribute>, declared: Declared, endpoints: ReadonlySet<string>): readonly DescribedEndpoint[] {
  const said = new Set<string>();
  return [...given].map(({ endpoint, name, value }) => {
    if (!endpoints.has(endpoint)) throw new TypeError("an attribute is of an endpoint that there is not");
    const key = JSON.stringify([endpoint, name]);
    if (said.has(key)) throw new TypeError(`an endpoint has the attribute "${name}" twice`);
    said.add(key);
    return { endpoint, ...attributeOf(name, value, declared) };
  });
}

/** The endpoints with what plugins say of them, sorted by name. */
export function withAttributes(endpoints: readonly Endpoint[], judged: readonly JudgedPart[]): readonly Endpoint[] {
  const described = Map.groupBy(judged.flatMap((part) => part.described ?? []), ({ endpoint }) => endpoint);
  if (described.size === 0) return endpoints;
  return endpoints.map((endpoint) => {
    const own = described.get(endpoint.id);
    return own === undefined ? endpoint : { ...endpoint, attributes: own.map(({ name, type, value }) => ({ name, type, value })).sort(byName) };
  });
}

function attributeOf(name: string, value: unknown, declared: Declared): Attribute {
  const declaration = declared.get(name);
  if (declaration === undefined) throw new TypeError(`the attribute "${String(name).slice(0, 100)}" is not among those that the plugin declares`);
  if (!fits(value, declaration)) throw new TypeError(`the attribute "${name}" is no ${declaration.type}${declaration.type === "text" ? ` of at most ${mostCharacters} characters` : ""}`);
  return { name, type: declaration.type, value };
}

function fits(value: unknown, { type }: AttributeDeclaration): value is AttributeValue {
  switch (type) {
    case "text":
      return typeof value === "string" && value.length <= mostCharacters;
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "flag":
      return typeof value === "boolean";
    default:
      return type satisfies never;
  }
}

function byName(a: Attribute, b: Attribute): number {
  return compareText(a.name, b.name);
}
