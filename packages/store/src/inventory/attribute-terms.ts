import type { Attribute } from "@muster/contract";
import { sql, type RawBuilder } from "kysely";
import { words } from "./sightings.ts";

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

/** The condition that a row has every one of some attributes. */
export function hasAttributes(filters: readonly AttributeFilter[]): RawBuilder<unknown> {
  return sql`item.attributes @> ${words(filters.map(({ name, value }) => (value === undefined ? name : termOf(name, value))))}`;
}

function termOf(name: string, value: string): string {
  return `${name}=${value}`;
}
