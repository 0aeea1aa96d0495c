import { isSoft } from "@muster/web";
import { render, textOf, type Value } from "@muster/python";

/** A path template in Muster's form, and the convertors of its parameters by name. */
export interface PathTemplate {
  readonly path: string;
  readonly types: ReadonlyMap<string, string>;
  /** The environment may replace a piece of it. */
  readonly soft: boolean;
}

/** Joins the paths of all layers as Litestar does: one slash between pieces, none at the end. A piece with alternatives yields several. */
export function pathTemplates(pieces: readonly Value[]): PathTemplate[] {
  let texts: string[] = [""];
  for (const piece of pieces) {
    const before = texts;
    texts = alternatives(piece).flatMap((text) => before.map((start) => `${start}/${text}`)).slice(0, 8);
  }
  const soft = pieces.some((piece) => isSoft(piece));
  return [...new Set(texts)].map((text) => ({ ...template(text), soft }));
}

function alternatives(piece: Value): string[] {
  const options = piece.kind === "union" ? piece.options : [piece];
  const texts = options.filter((option) => !(option.kind === "const" && option.value === null)).map((option) => render(textOf(option), () => "{?}"));
  return texts.length === 0 ? [""] : texts;
}

/** `/items/{id:int}` → `/items/{id}`. */
function template(text: string): Pick<PathTemplate, "path" | "types"> {
  const types = new Map<string, string>();
  const path = text.replaceAll(/\{\s*([^{}:\s]+)\s*:\s*([^{}\s]+)\s*\}/g, (_, name: string, type: string) => {
    types.set(name, type);
    return `{${name}}`;
  });
  return { path: path.replaceAll(/\/{2,}/g, "/").replace(/(?<=.)\/$/, ""), types };
}
