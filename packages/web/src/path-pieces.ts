import { render, textOf, type Value } from "@muster/python";
import { reasonOf } from "./unknown-reason.ts";

/** A path that is put together of pieces; each of several that it may be, and what of them is not known. */
export interface JoinedPath {
  readonly path: string;
  /** Why a piece is not known; it stands in the path as `{?}`. */
  readonly lost?: string;
}

/** Every path that pieces may come to; a piece that may be one of several texts makes as many paths. */
export function joinPieces(pieces: readonly Value[], most = 16): JoinedPath[] {
  let out: JoinedPath[] = [{ path: "" }];
  for (const piece of pieces) {
    const options = piece.kind === "union" ? piece.options : [piece];
    out = out.flatMap((before) => options.map((option) => append(before, option))).slice(0, most);
  }
  return out;
}

function append(before: JoinedPath, piece: Value): JoinedPath {
  let lost = before.lost;
  const path = render(textOf(piece), (part) => {
    lost ??= reasonOf(part);
    return "{?}";
  });
  return { path: before.path + path, ...(lost !== undefined && { lost }) };
}
