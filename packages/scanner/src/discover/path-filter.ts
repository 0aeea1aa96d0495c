import { ignoreRules } from "./ignore-rules.ts";

/** Decides which paths the request lets in. Patterns are those of `.gitignore`. */
export function pathFilter(include: readonly string[], exclude: readonly string[]): (path: string) => boolean {
  if (include.length === 0 && exclude.length === 0) return () => true;
  const included = include.length === 0 ? () => true : covered(include);
  const excluded = covered(exclude);
  return (path) => included(path) && !excluded(path);
}

/** Whether patterns take in a path or a folder above it. What a folder's answer is holds for all below it, as in git. */
function covered(patterns: readonly string[]): (path: string) => boolean {
  const says = ignoreRules(patterns);
  const folders = new Map<string, boolean>([["", false]]);
  const coversFolder = (path: string): boolean => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const covers = coversFolder(parentOf(path)) || says(path, true) === "ignored";
    folders.set(path, covers);
    return covers;
  };
  return (path) => coversFolder(parentOf(path)) || says(path, false) === "ignored";
}

function parentOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end === -1 ? "" : path.slice(0, end);
}
