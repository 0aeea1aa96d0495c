import type { PathSegment } from "@muster/web";

/** Starlette's converters (`starlette.convertors`). */
const converters: Readonly<Record<string, PathSegment>> = {
  str: { takes: "text" },
  int: { takes: "integer" },
  float: { takes: "number" },
  uuid: { takes: "uuid" },
  path: { takes: "rest" },
};

/** The segments of a path as Starlette compiles it; undefined where a piece is not known. */
export function pathSegments(path: string): readonly PathSegment[] | undefined {
  if (path.includes("{?}")) return undefined;
  return path.replace(/^\//, "").split("/").map((text): PathSegment => {
    const parameter = /^\{\w+(?::(\w+))?\}$/.exec(text);
    if (!parameter) return text.includes("{") ? { pattern: text.replaceAll(/\{\w+/g, "{") } : { literal: text };
    return converters[parameter[1] ?? "str"] ?? { pattern: text.replace(/\{\w+/, "{") };
  });
}
