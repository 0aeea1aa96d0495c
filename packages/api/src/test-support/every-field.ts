import { getNamedType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, isScalarType, isUnionType, type GraphQLField, type GraphQLInputType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema } from "graphql";

/** An operation that asks one field of a root type for all it can answer. */
export interface Generated {
  readonly name: string;
  readonly text: string;
}

/**
 * Operations over every field of the root types: each argument given, ids out of those that are handed in by type, and
 * everything selected, so deep. What can be asked at all is asked.
 */
export function everyField(schema: GraphQLSchema, ids: Readonly<Record<string, string>>, depth: number): readonly Generated[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return roots.flatMap((root, index) => {
    if (root === null || root === undefined) return [];
    const kind = index === 0 ? "query" : "mutation";
    return Object.values(root.getFields()).flatMap((field) => variants(field, ids).map((args) => ({ name: `${kind} ${field.name}${args}`, text: `${kind} { ${field.name}${args}${selection(field.type, depth)} }` })));
  });
}

/** Without arguments that need not be given, and with all of them; `id` is tried with each id. */
function variants(field: GraphQLField<unknown, unknown>, ids: Readonly<Record<string, string>>): readonly string[] {
  const id = field.args.find(({ name }) => name === "id");
  if (id !== undefined) return Object.values(ids).map((value) => `(id: ${JSON.stringify(value)})`);
  const given = (args: readonly (typeof field.args)[number][]): string => (args.length === 0 ? "" : `(${args.map(({ name, type }) => `${name}: ${value(name, type, ids)}`).join(", ")})`);
  const needed = field.args.filter(({ name, type, defaultValue }) => name === "first" || (isNonNullType(type) && defaultValue === undefined));
  const scoped = field.args.filter(({ name }) => name in ids || name === "repositories" || needed.some((one) => one.name === name));
  return [...new Set([given(needed), given(scoped)])];
}

function value(name: string, type: GraphQLInputType, ids: Readonly<Record<string, string>>): string {
  if (isNonNullType(type)) return value(name, type.ofType, ids);
  if (isListType(type)) return `[${value(name, type.ofType, ids)}]`;
  if (isEnumType(type)) return type.getValues().at(-1)?.name ?? "";
  if (isInputObjectType(type)) return "{}";
  if (type.name === "ID") return JSON.stringify(ids[name] ?? ids[name.replace(/ies$/u, "y")] ?? "");
  if (type.name === "Int") return "2";
  if (type.name === "Boolean") return "true";
  if (type.name === "DateTime") return `"2000-01-01T00:00:00Z"`;
  return JSON.stringify(name === "name" ? "victim" : name === "location" ? "https://git.example.com/own" : "main");
}

function selection(type: GraphQLOutputType | GraphQLObjectType, depth: number): string {
  const named = getNamedType(type);
  if (isScalarType(named) || isEnumType(named)) return "";
  if (isUnionType(named)) return ` { ${named.getTypes().map((member) => `... on ${member.name}${selection(member, depth)}`).join(" ")} }`;
  if (isInterfaceType(named) && named.name === "Node") return ` { ${["Repository", "Scan", "Endpoint", "Finding"].map((member) => `... on ${member} { id }`).join(" ")} __typename }`;
  if (!isObjectType(named) && !isInterfaceType(named)) return "";
  const fields = Object.values(named.getFields()).filter((field) => field.args.every(({ type: arg }) => !isNonNullType(arg)) && (depth > 1 || isLeaf(field.type)));
  return ` { __typename ${fields.map((field) => `${alias(named.name, field.name)}${field.name}${selection(field.type, depth - 1)}`).join(" ")} }`;
}

/** Members of a union may have a field in common whose types differ. */
function alias(type: string, field: string): string {
  return `${type}_${field}: `;
}

function isLeaf(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isScalarType(named) || isEnumType(named);
}
