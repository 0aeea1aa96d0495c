import type { Instance, Value } from "../values/value.ts";

/** Fields of a named tuple in order: of `collections.namedtuple`, or annotated in a class on `typing.NamedTuple`; undefined for other objects. */
export function fieldsOfTuple({ class: cls }: Instance): readonly string[] | undefined {
  const listed = cls.mro.find((one) => one.attributes.has("@tuple"))?.attributes.get("@tuple");
  if (listed?.kind === "tuple") return listed.items.flatMap(({ value }) => (value.kind === "const" && typeof value.value === "string" ? [value.value] : []));
  if (!cls.mro.some(({ name }) => name === "typing.NamedTuple")) return undefined;
  return [...cls.mro].reverse().flatMap(({ fields }) => [...fields.keys()]);
}

/** What a named tuple holds, as a tuple; undefined where it is none, or a part of it is not known. */
export function valuesOfTuple(object: Instance): readonly Value[] | undefined {
  const values = fieldsOfTuple(object)?.map((name) => object.attributes.get(name) ?? object.class.mro.find((cls) => cls.attributes.has(name))?.attributes.get(name));
  return values?.every((value) => value !== undefined) === true ? values : undefined;
}
