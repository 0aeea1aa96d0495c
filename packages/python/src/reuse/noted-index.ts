import type { ModuleIndex } from "../modules/module-index.ts";
import { reading } from "./heap.ts";

const asked = ["resolve", "resolveRelative", "child", "children"] as const;
type Asked = (typeof asked)[number];

/** An index that notes what the run at hand asks, and what it is told. */
export function notedIndex(index: ModuleIndex): ModuleIndex {
  const note = <T>(what: Asked, given: readonly unknown[], answer: T): T => {
    reading()?.resolutions.set(JSON.stringify([what, ...given]), JSON.stringify(answer) ?? "");
    return answer;
  };
  return {
    ...index,
    resolve: (name, from) => note("resolve", [name, from], index.resolve(name, from)),
    resolveRelative: (level, name, from) => note("resolveRelative", [level, name, from], index.resolveRelative(level, name, from)),
    child: (folder, name) => note("child", [folder, name], index.child(folder, name)),
    children: (folder) => note("children", [folder], index.children(folder)),
    get missed() {
      return index.missed;
    },
  };
}

/** Asks again. */
export function answerTo(index: ModuleIndex, question: string): string {
  const [what, ...given]: [Asked, ...never[]] = JSON.parse(question);
  const ask = index[what] as (...given: readonly never[]) => unknown;
  return JSON.stringify(ask(...given)) ?? "";
}
