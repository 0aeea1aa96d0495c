import type { Attribute } from "@muster/contract";
import type { AttributeFilter } from "@muster/store";
import type { Domain } from "./domain.ts";
import { given } from "./given.ts";

export interface GivenAttribute {
  readonly name: string;
  readonly value?: string | null | undefined;
}

/** What plugins say of endpoints and findings. A plugin adds to it without a change of the schema. */
export function addAttributes({ builder, refs, enums }: Domain): void {
  builder.objectType(refs.attribute, {
    description: "Something that a plugin says of an endpoint or a finding.",
    fields: (t) => ({
      name: t.exposeString("name", { description: "plugin/name" }),
      type: t.field({ type: enums.attributeType, resolve: ({ type }) => type }),
      value: t.string({ description: "As text: a flag is true or false.", resolve: ({ value }) => String(value) }),
    }),
  });
}

/** Attributes of those names, or all. */
export function namedAttributes(attributes: readonly Attribute[] | undefined, names: readonly string[] | null | undefined): Attribute[] {
  return (attributes ?? []).filter(({ name }) => names?.includes(name) ?? true);
}

export function attributeFilters(asked: readonly GivenAttribute[] | null | undefined): readonly AttributeFilter[] | undefined {
  return asked?.map((one) => given({ name: one.name, value: one.value }));
}
