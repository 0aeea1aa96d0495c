import { parseSync, Visitor } from "oxc-parser";
import type { Expression } from "oxc-parser";

/** One place where a file names another module. */
export interface ImportSite {
  readonly specifier: string;
  /** From 1. */
  readonly line: number;
  /** Erased before the code runs. */
  readonly typeOnly: boolean;
}

export class UnreadableModuleError extends Error {
  override readonly name = "UnreadableModuleError";
}

/**
 * Every module that a file names: imports, re-exports, dynamic imports, `require`, `import.meta.resolve`, `import("…")` in types
 * and `new URL("…", import.meta.url)`, by which worker files are named. Computed names are not seen.
 *
 * @throws UnreadableModuleError where the file has a syntax error: what cannot be read cannot be passed.
 */
export function findImports(path: string, text: string): readonly ImportSite[] {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new UnreadableModuleError(`${path}: ${error.message}`);
  const sites: ImportSite[] = [];
  const add = (specifier: unknown, start: number, typeOnly: boolean): void => {
    if (typeof specifier === "string") sites.push({ specifier, line: lineAt(text, start), typeOnly });
  };
  const addLiteral = (node: Expression | undefined, typeOnly: boolean): void => {
    if (node?.type === "Literal") add(node.value, node.start, typeOnly);
  };
  new Visitor({
    ImportDeclaration: (node) => {
      const named = node.specifiers.length > 0 && node.specifiers.every((part) => part.type === "ImportSpecifier" && part.importKind === "type");
      add(node.source.value, node.start, node.importKind === "type" || named);
    },
    ExportNamedDeclaration: (node) => add(node.source?.value, node.start, node.exportKind === "type"),
    ExportAllDeclaration: (node) => add(node.source.value, node.start, node.exportKind === "type"),
    ImportExpression: (node) => addLiteral(node.source, false),
    TSImportType: (node) => add(node.source.value, node.start, true),
    CallExpression: (node) => {
      const [first] = node.arguments;
      if (first !== undefined && first.type !== "SpreadElement" && loadsModule(node.callee)) addLiteral(first, false);
    },
    NewExpression: (node) => {
      const [first, base] = node.arguments;
      if (node.callee.type !== "Identifier" || node.callee.name !== "URL" || base === undefined || first === undefined || first.type === "SpreadElement") return;
      if (text.slice(base.start, base.end) === "import.meta.url" && first.type === "Literal" && typeof first.value === "string" && /\.[cm]?[jt]s$/u.test(first.value)) {
        add(first.value.startsWith(".") ? first.value : `./${first.value}`, first.start, false);
      }
    },
  }).visit(program);
  return sites.toSorted((a, b) => a.line - b.line);
}

/** `require(…)`, `require.resolve(…)`, `import.meta.resolve(…)`, and the same of what `createRequire(…)` makes on the spot. */
function loadsModule(callee: Expression): boolean {
  if (isRequire(callee)) return true;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier" || callee.property.name !== "resolve") return false;
  return callee.object.type === "MetaProperty" || isRequire(callee.object);
}

function isRequire(node: Expression): boolean {
  if (node.type === "CallExpression") return node.callee.type === "Identifier" && node.callee.name === "createRequire";
  return node.type === "Identifier" && node.name === "require";
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
