import type { Extractor, Json } from "@muster/contract";

/** What a module of FastAPI writes of its dependencies and routes, as far as one line says it. Short names: it is stored. */
export interface WrittenDependencies {
  /** `Depends(get_user)` and `Security(get_user)`, with nothing but a name in it. */
  readonly depends: readonly { readonly line: number; readonly column: number; readonly text: string }[];
  /** Decorators of routes that stand on one line and attach no dependency: the column of the bracket that closes them. */
  readonly routes: readonly { readonly line: number; readonly column: number }[];
}

/** Lines longer than this are data. */
const longestLine = 400;
const most = 2000;
const dependency = /\b(?:Depends|Security)\([A-Za-z_][\w.]*\)/g;
const route = /^\s*@[\w.]+\.(?:get|post|put|patch|delete|api_route)\((?!.*\bdependencies\s*=)[^#]*[^\s,(#]\)(?=\s*(?:#.*)?$)/;

/** The text of dependencies, for mends that write what the routes beside one already have. */
export const dependenciesExtractor: Extractor = {
  name: "auth/dependencies",
  version: "1",
  wants: { extensions: [".py"], roles: ["source"], maxBytes: 2 * 1024 * 1024 },
  when: "always",
  extract({ bytes, text }) {
    if (!bytes.includes("Depends(") && !bytes.includes("Security(")) return undefined;
    const depends: Json[] = [];
    const routes: Json[] = [];
    for (const [index, content] of text().split("\n").entries()) {
      if (content.length > longestLine || depends.length + routes.length >= most) continue;
      for (const match of content.matchAll(dependency)) depends.push({ line: index + 1, column: match.index + 1, text: match[0] });
      const closed = route.exec(content);
      if (closed) routes.push({ line: index + 1, column: closed[0].length });
    }
    return depends.length === 0 ? undefined : { depends, routes };
  },
};

/** The one place where a stored fact becomes what was written again. */
export function asWrittenDependencies(fact: Json): WrittenDependencies {
  return fact as unknown as WrittenDependencies;
}
