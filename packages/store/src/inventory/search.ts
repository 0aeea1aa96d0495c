import { sql, type RawBuilder } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { arrayOf } from "./alternatives.ts";
import { termsOf, type AttributeFilter } from "./attribute-terms.ts";
import { countOnce } from "./count-once.ts";
import type { Sighting } from "./sightings.ts";
import { sumControls } from "./totals.ts";

/** So many rows are handed from the index to the list; of more, the list finds its own soon. */
const most = 2000;

/** The share of rows from which on a word is common. */
const commonShare = 0.03;
const keptMs = 600_000;

/**
 * The conditions that a row has all words of a text, and of the last one at least the beginning. What is there now is asked of
 * the index by its rare words: of one that most rows have, the index would read them all. Of one scan there are few
 * rows. Nothing for a text without words, which narrows nothing.
 */
export async function hasWords(rows: TenantRows, table: "endpoint" | "finding", text: string, { scan }: Sighting): Promise<readonly RawBuilder<unknown>[]> {
  const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 20).map((word) => word.toLowerCase());
  if (words.length === 0) return [];
  const terms = words.map((word, index) => ({ word, beginning: index === words.length - 1 }));
  const all = sql`item.words @@ to_tsquery('simple', ${queryOf(terms)})`;
  if (scan !== undefined) return [all];
  const common = await commonWords(rows, table);
  const rare = terms.filter(({ word, beginning }) => !common.some((one) => (beginning ? one.startsWith(word) : one === word)));
  const few = rare.length === 0 ? undefined : await fewIds(rows, sql`${sql.raw(`muster.search_${table}`)}(${queryOf(rare)}, ${most + 1})`);
  return few === undefined ? [all] : rare.length === terms.length ? [few] : [few, all];
}

function queryOf(terms: readonly { readonly word: string; readonly beginning: boolean }[]): string {
  return terms.map(({ word, beginning }) => (beginning ? `${word}:*` : word)).join(" & ");
}

/** Words that many rows have, as the database's own statistics tell it; they are read now and then. */
async function commonWords(rows: TenantRows, table: string): Promise<readonly string[]> {
  const known = rows.memory.commonWords.get(table);
  if (known !== undefined && performance.now() - known.readAt < keptMs) return known.words;
  const { rows: found } = await sql<{ readonly word: string }>`select word from muster.common_words(${table}, ${commonShare}) as common(word)`.execute(rows);
  const words = found.map(({ word }) => word);
  rows.memory.commonWords.set(table, { readAt: performance.now(), words });
  return words;
}

/** The condition that one of some controls fails on an endpoint, or is undecided. How many they are at most was counted: see `recount`. */
export async function hasControls(rows: TenantRows, what: "failing" | "undecided", controls: readonly string[], { scan }: Sighting): Promise<RawBuilder<unknown>> {
  const named = arrayOf(controls, "text");
  const isFew = scan === undefined && (await countOnce(rows, `${what} ${controls.join(" ")}`, {}, () => sumControls(rows, what, controls, []))) <= most;
  return (isFew ? await fewIds(rows, sql`${sql.raw(`muster.${what}_endpoint`)}(${named}, ${most + 1})`) : undefined) ?? sql`item.${sql.ref(what)} && ${named}`;
}

/** The condition that a row has every one of some attributes. */
export async function hasAttributes(rows: TenantRows, table: "endpoint" | "finding", filters: readonly AttributeFilter[], { scan }: Sighting): Promise<RawBuilder<unknown>> {
  const terms = arrayOf(termsOf(filters), "text");
  const few = scan === undefined ? await fewIds(rows, sql`${sql.raw(`muster.attributed_${table}`)}(${terms}, ${most + 1})`) : undefined;
  return few ?? sql`item.attributes @> ${terms}`;
}

/** The condition that a row is one of those that a function of the database finds; undefined where they are too many. */
async function fewIds(rows: TenantRows, call: RawBuilder<unknown>): Promise<RawBuilder<unknown> | undefined> {
  const { rows: found } = await sql<{ readonly id: number }>`select id from ${call} as found(id)`.execute(rows);
  return found.length > most ? undefined : sql`item.id = any (${arrayOf(found.map(({ id }) => id), "bigint")})`;
}
