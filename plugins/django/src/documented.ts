import type { Instance, Machine, Place, Value } from "@muster/python";
import { elementsOf, knownText } from "@muster/python";

/** What a library that generates documents says of one method of a view. */
export interface Documented {
  /** Where the repository declares it. */
  readonly declared?: Place;
  readonly hidden?: boolean;
  readonly deprecated?: boolean;
  readonly tags?: readonly string[];
  readonly summary?: string;
}

/** Reads the mark `documented`: a table from methods to objects with `declared`, `hidden`, `deprecated`, `tags` and `summary`. */
export function documentedBy(machine: Machine, table: Value | undefined, method: string): Documented {
  const object = table?.kind === "dict" ? table.entries.get(`s:${method}`)?.value : undefined;
  if (object?.kind !== "instance") return {};
  const declared = attribute(object, "declared");
  const summary = knownText(attribute(object, "summary"));
  const tags = attribute(object, "tags");
  return {
    ...(declared?.kind === "symbolic" && declared.place && { declared: declared.place }),
    ...(isTrue(attribute(object, "hidden")) && { hidden: true }),
    ...(isTrue(attribute(object, "deprecated")) && { deprecated: true }),
    ...(summary !== undefined && summary !== "" && { summary }),
    ...((tags?.kind === "list" || tags?.kind === "tuple") && declared?.kind === "symbolic" && declared.place && { tags: elementsOf(machine, tags, declared.place).items.flatMap((item) => knownText(item.value) ?? []) }),
  };
}

function attribute(object: Instance, name: string): Value | undefined {
  return object.attributes.get(name) ?? object.class.mro.find((cls) => cls.attributes.has(name))?.attributes.get(name);
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === "const" && value.value === true;
}
