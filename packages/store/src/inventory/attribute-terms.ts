import type { Attribute } from "@muster/contract";

/** Asks for an attribute; without a value, whatever it is. */
export interface AttributeFilter {
  readonly name: string;
  /** As text: `payments`, `3`, `true`. */
  readonly value?: string;
}

/** What is filtered by: each name, and each name with its value. */
export function attributeTerms({ attributes = [] }: { readonly attributes?: readonly Attribute[] }): readonly string[] {
  return attributes.flatMap(({ name, value }) => [name, termOf(name, String(value))]);
}

/** What a row has among its terms that has every one of some attributes. */
export function termsOf(filters: readonly AttributeFilter[]): readonly string[] {
  return filters.map(({ name, value }) => (value === undefined ? name : termOf(name, value)));
}

function termOf(name: string, value: string): string {
  return `${name}=${value}`;
}
