/**
 * Who may import whom, as in ARCHITECTURE.md. A package is named by its folder: `packages/scanner`; a pattern ending in `/*` is a group.
 *
 * `contract ← python ← web ← plugins ← apps`, `contract ← patterns ← scanner, plugins`, and `contract ← scanner ← reporters, evidence, store ← api ← apps`.
 */
export interface Arrow {
  readonly from: string;
  readonly to: readonly string[];
  /** Further ones for tests, which nobody imports. */
  readonly inTests?: readonly string[];
}

const contract = "packages/contract";
const scanner = "packages/scanner";

/** The first that fits a package holds. One that none fits may import nothing, so that a new package is placed on purpose. */
export const arrows: readonly Arrow[] = [
  { from: contract, to: [] },
  { from: "packages/python", to: [contract] },
  { from: "packages/web", to: [contract, "packages/python"] },
  { from: "packages/patterns", to: [contract] },
  { from: scanner, to: [contract, "packages/patterns"] },
  { from: "packages/plugin-tester", to: [contract, scanner] },
  { from: "packages/reporters", to: [contract, scanner] },
  { from: "packages/evidence", to: [contract, scanner] },
  { from: "packages/store", to: [contract, scanner] },
  { from: "packages/worker", to: [contract, scanner, "packages/reporters", "packages/store"] },
  { from: "packages/api", to: [contract, scanner, "packages/reporters", "packages/evidence", "packages/store"] },
  { from: "packages/client", to: [] },
  { from: "plugins/*", to: [contract, "packages/python", "packages/web", "packages/patterns"], inTests: ["packages/plugin-tester", "plugins/*"] },
  { from: "apps/cli", to: ["packages/*", "plugins/*", "apps/server"] },
  { from: "apps/*", to: ["packages/*", "plugins/*"] },
  { from: "tools/differential", to: ["packages/*", "plugins/*", "tools/oracle"] },
  { from: "tools/*", to: ["packages/*", "plugins/*", "apps/*"] },
];

/** The one package that may import a third-party library. What it offers, it offers under its own names. */
export const owners: Readonly<Record<string, string>> = {
  "web-tree-sitter": "packages/python",
  "tree-sitter-python": "packages/python",
  yaml: "packages/python",
  "jsonc-parser": "packages/python",
  re2: "packages/patterns",
  re2js: "packages/patterns",
  piscina: scanner,
  "@sigstore/bundle": "packages/evidence",
  "@sigstore/core": "packages/evidence",
  "@sigstore/verify": "packages/evidence",
  fflate: "plugins/secrets",
  kysely: "packages/store",
  pg: "packages/store",
  "pg-boss": "packages/store",
  "@electric-sql/pglite": "packages/store",
  "graphql-yoga": "packages/api",
  "@pothos/core": "packages/api",
  "gql.tada": "packages/client",
  "eventsource-parser": "packages/client",
  "@0no-co/graphql.web": "packages/client",
  "@graphql-yoga/render-graphiql": "apps/server",
  "graphql-ws": "apps/server",
  ws: "apps/server",
};

/** Whether an arrow leads from one package to another. */
export function mayImport(from: string, to: string, inTest: boolean): boolean {
  const arrow = arrows.find((candidate) => fits(candidate.from, from));
  const allowed = [...(arrow?.to ?? []), ...(inTest ? (arrow?.inTests ?? []) : [])];
  return allowed.some((pattern) => fits(pattern, to));
}

/** The arrows of a package, in words. */
export function arrowsOf(from: string): string {
  const arrow = arrows.find((candidate) => fits(candidate.from, from));
  if (arrow === undefined) return `no arrow is drawn for ${from}: add it to arrows.ts and ARCHITECTURE.md`;
  const inTests = arrow.inTests === undefined ? "" : `, and in tests ${arrow.inTests.join(", ")}`;
  return arrow.to.length === 0 ? `${from} imports no other package` : `${from} may import ${arrow.to.join(", ")}${inTests}`;
}

function fits(pattern: string, folder: string): boolean {
  return pattern.endsWith("/*") ? folder.startsWith(pattern.slice(0, -1)) : pattern === folder;
}
