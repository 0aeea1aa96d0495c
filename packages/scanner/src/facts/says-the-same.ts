import type { Json } from "@muster/contract";
import { asksFor, type BoundExtractor } from "../plugins/loaded-plugin.ts";
import type { FileState, Reading, ReadingContext } from "./reading.ts";

/** Files of which it is asked whether they say what they said before. */
const mostCompared = 20;

type Context = Pick<ReadingContext, "extractors" | "linkers" | "store">;

/**
 * Whether contents say to linkers what earlier ones of the same paths said: nothing needs to be linked anew for a
 * comment. With more than a few it is not asked: parsing them is then a part of linking.
 * @param changed Paths with the content ids of before.
 */
export async function saysTheSame(context: Context, reading: Reading, changed: readonly (readonly [path: string, id: string])[]): Promise<boolean> {
  if (changed.length > mostCompared) return false;
  const names = new Set(context.linkers.flatMap(({ linker }) => [linker.extractor, linker.documents]));
  const asked = context.extractors.filter(({ extractor }) => names.has(extractor.name));
  for (const [path, id] of changed) {
    const state = reading.state(path);
    const own = state === undefined ? [] : asked.filter(({ extractor }) => asksFor(extractor.wants, state.file));
    if (state === undefined || own.length === 0) return false;
    for (const bound of own) if (!(await isSame(context, reading, bound, state, id))) return false;
  }
  return true;
}

async function isSame({ store, extractors }: Context, reading: Reading, bound: BoundExtractor, state: FileState, idBefore: string): Promise<boolean> {
  const before = store.get(store.keyOf(bound, state.file, idBefore));
  if (before?.kind !== "fact") return false;
  await reading.demand(bound.extractor.name, [state.file.path]);
  const after = state.facts.get(extractors.indexOf(bound));
  if (after?.kind !== "fact") return false;
  if (Buffer.compare(before.json, after.json) === 0) return true;
  return bound.extractor.saysTheSame?.(parse(before.json), parse(after.json)) === true;
}

/** The parsing edge of facts, as in the thread that links. */
function parse(json: Uint8Array): Json {
  return JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString("utf8"));
}
