import type { ArgBuilder, ArgumentRef, ObjectRef } from "@pothos/core";
import type { Page, PageRequest } from "@muster/store";
import { largestPage } from "../limits/cost-limits.ts";
import type { Builder, Types } from "./builder.ts";
import { InputError } from "./errors.ts";
import { given, isGiven } from "./given.ts";

/** A page of a list, and how long the list is: counted only where that is asked for. */
export interface Connection<Row> {
  readonly page: Page<Row>;
  total(): Promise<number>;
}

interface Edge<Row> {
  readonly row: Row;
  readonly cursor: string;
}

export type ConnectionRef<Row> = ObjectRef<Types, Connection<Row>>;

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor?: string | undefined;
  readonly endCursor?: string | undefined;
}

/** The types of lists, as the Relay cursor connections specification has them, with totals. */
export class Connections {
  readonly #builder: Builder;
  readonly #pageInfo: ObjectRef<Types, PageInfo>;

  constructor(builder: Builder) {
    this.#builder = builder;
    this.#pageInfo = builder.objectRef<PageInfo>("PageInfo").implement({
      fields: (t) => ({ hasNextPage: t.exposeBoolean("hasNextPage"), hasPreviousPage: t.exposeBoolean("hasPreviousPage"), startCursor: t.exposeString("startCursor", { nullable: true }), endCursor: t.exposeString("endCursor", { nullable: true }) }),
    });
  }

  /** The connection to rows of a type. */
  of<Row extends object>(name: string, node: ObjectRef<Types, Row>): ConnectionRef<Row> {
    const edge = this.#builder.objectRef<Edge<Row>>(`${name}Edge`).implement({
      fields: (t) => ({ cursor: t.exposeString("cursor"), node: t.field({ type: node, resolve: ({ row }) => row as never }) }),
    });
    return this.#builder.objectRef<Connection<Row>>(`${name}Connection`).implement({
      fields: (t) => ({
        edges: t.field({ type: [edge], complexity: { field: 0, multiplier: 1 }, resolve: ({ page }) => page.rows.map((row) => ({ row, cursor: row.cursor })) }),
        nodes: t.field({ type: [node], complexity: { field: 0, multiplier: 1 }, resolve: ({ page }) => [...page.rows] }),
        pageInfo: t.field({ type: this.#pageInfo, resolve: ({ page }) => ({ hasNextPage: page.hasNext, hasPreviousPage: page.hasPrevious, startCursor: page.rows[0]?.cursor, endCursor: page.rows.at(-1)?.cursor }) }),
        totalCount: t.int({ complexity: 20, resolve: (connection) => connection.total() }),
      }),
    });
  }
}

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

type Arg = ArgBuilder<Types>;

/** The arguments of every connection. */
export function pageArgs(arg: Arg): { first: ArgumentRef<Types, number | null | undefined>; after: ArgumentRef<Types, string | null | undefined>; last: ArgumentRef<Types, number | null | undefined>; before: ArgumentRef<Types, string | null | undefined> } {
  return { first: arg.int(), after: arg.string(), last: arg.int(), before: arg.string() };
}

const usualPage = 50;

export function pageRequest({ first, after, last, before }: PageArgs): PageRequest {
  const size = first ?? last ?? usualPage;
  if (isGiven(first) && isGiven(last)) throw new InputError("Give first or last, not both.");
  if (size < 0 || size > largestPage) throw new InputError(`A page has from 0 to ${largestPage} rows.`);
  return { size, backward: isGiven(last), ...given({ after, before }) };
}

/** What a page costs: its rows, each with what is asked of it. */
export function pageCost({ first, last }: PageArgs): { readonly field: number; readonly multiplier: number } {
  return { field: 5, multiplier: Math.max(1, first ?? last ?? usualPage) };
}
