import type { Domain } from "./domain.ts";

/** Places in code, and the steps of proofs. */
export function addPlaces({ builder, refs }: Domain): void {
  builder.objectType(refs.span, {
    description: "A stretch of one file. Lines and columns count from 1; the end column is the one after the last character.",
    fields: (t) => ({ path: t.exposeString("path"), line: t.exposeInt("line"), column: t.exposeInt("column"), endLine: t.exposeInt("endLine"), endColumn: t.exposeInt("endColumn") }),
  });
  builder.objectType(refs.step, {
    description: "One link of a proof: a place, and what it shows.",
    fields: (t) => ({ span: t.field({ type: refs.span, resolve: ({ span }) => span }), note: t.exposeString("note") }),
  });
}
