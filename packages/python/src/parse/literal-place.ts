import { isToken, kind } from "./node-kinds.ts";
import type { PythonParser } from "./parser.ts";
import type { SyntaxTable } from "./syntax-table.ts";

/** What a string literal is to the code around it. */
export type LiteralPlace =
  /** Assigned, compared, a default, a keyword argument, a dictionary's value: the text is a value that something has. `name`: the variable it is assigned to. */
  | { readonly kind: "value"; readonly name?: string }
  /** A positional argument of a function, which is called so: `os.environ.get`. */
  | { readonly kind: "argument"; readonly callee: string }
  /** One of a list, a set or a longer tuple. */
  | { readonly kind: "element" }
  /** A name of an enumeration's member, or of a choice. */
  | { readonly kind: "member" }
  /** A type that is written as a string. */
  | { readonly kind: "annotation" }
  /** A string that stands for itself: documentation. */
  | { readonly kind: "docstring" }
  /** An f-string with something to fill in. */
  | { readonly kind: "template" };

/** A file that somebody is writing has a place or two that do not parse; a text of another kind has many. */
const mostErrors = 3;

/**
 * What the literals are that hold the given offsets of a text, in UTF-16 code units and ascending order; `undefined` for an offset outside of
 * any, or in a statement that does not parse. Undefined as a whole where the text does not read as Python, so that
 * nothing may be concluded.
 */
export function literalPlaces(parser: PythonParser, text: string, offsets: readonly number[]): readonly (LiteralPlace | undefined)[] | undefined {
  let table: SyntaxTable;
  try {
    table = parser.parse(text);
  } catch {
    // Beyond the parser's bound: a text of no use.
    return undefined;
  }
  if (table.errors.length > mostErrors) return undefined;
  return placesAt(table, text, offsets);
}

/** One pass over the table, whatever the number of offsets. */
function placesAt(table: SyntaxTable, text: string, offsets: readonly number[]): (LiteralPlace | undefined)[] {
  const places: (LiteralPlace | undefined)[] = offsets.map(() => undefined);
  const around: number[] = [];
  let at = 0;
  for (let node = 0; node < table.count && at < offsets.length; ) {
    while (around.length > 0 && node >= table.next(around.at(-1) ?? 0)) around.pop();
    if (table.kind(node) !== kind.string && table.kind(node) !== kind.concatenated_string) {
      around.push(node++);
      continue;
    }
    while (at < offsets.length && (offsets[at] ?? 0) < table.start(node)) at++;
    for (; at < offsets.length && (offsets[at] ?? 0) < table.end(node); at++) places[at] = placeOf(table, text, around, node);
    node = table.next(node);
  }
  return places;
}

function placeOf(table: SyntaxTable, text: string, around: readonly number[], literal: number): LiteralPlace | undefined {
  const statement = around[1];
  if (statement === undefined || table.hasError(statement)) return undefined;
  return holds(table, literal, kind.interpolation) ? { kind: "template" } : judge(table, text, around, literal);
}

/** Judges a literal by the nodes around it, the outermost first. */
function judge(table: SyntaxTable, text: string, around: readonly number[], literal: number): LiteralPlace {
  let child = literal;
  for (const [at, node] of [...around.entries()].toReversed()) {
    switch (table.kind(node)) {
      case kind.parenthesized_expression:
      case kind.conditional_expression:
      case kind.boolean_operator:
      case kind.await:
        break;
      case kind.expression_statement:
        return { kind: "docstring" };
      case kind.type:
        return { kind: "annotation" };
      case kind.list:
      case kind.set:
        return { kind: "element" };
      case kind.tuple:
      case kind.expression_list:
        return isPair(table, node) ? { kind: "value" } : { kind: "element" };
      case kind.argument_list:
        return { kind: "argument", callee: calleeOf(table, text, around[at - 1]) };
      case kind.assignment:
        return isMember(table, text, around.slice(0, at)) ? { kind: "member" } : assigned(table, text, node);
      default:
        return { kind: "value" };
    }
    child = node;
  }
  return { kind: child === literal ? "docstring" : "value" };
}

function assigned(table: SyntaxTable, text: string, assignment: number): LiteralPlace {
  const target = assignment + 1;
  return table.kind(target) === kind.identifier ? { kind: "value", name: text.slice(table.start(target), table.end(target)) } : { kind: "value" };
}

/** What is called, as it is written; empty where that is no name. */
function calleeOf(table: SyntaxTable, text: string, call: number | undefined): string {
  if (call === undefined || table.kind(call) !== kind.call) return "";
  const callee = call + 1;
  return table.kind(callee) === kind.identifier || table.kind(callee) === kind.attribute ? text.slice(table.start(callee), table.end(callee)) : "";
}

const enumerations = /\b(?:\w*Enum|Flag|\w*Choices)\b/;

/** Whether the statement stands in the body of an enumeration. */
function isMember(table: SyntaxTable, text: string, around: readonly number[]): boolean {
  const owner = around.findLast((node) => table.kind(node) === kind.class_definition || table.kind(node) === kind.function_definition);
  if (owner === undefined || table.kind(owner) !== kind.class_definition) return false;
  const bases = childrenOf(table, owner).find((node) => table.kind(node) === kind.argument_list);
  return bases !== undefined && enumerations.test(text.slice(table.start(bases), table.end(bases)));
}

function holds(table: SyntaxTable, node: number, wanted: number): boolean {
  for (let at = node; at < table.next(node); at++) if (table.kind(at) === wanted) return true;
  return false;
}

/** Whether a tuple has two elements. Stops at the third: a tuple may have thousands. */
function isPair(table: SyntaxTable, tuple: number): boolean {
  let elements = 0;
  for (let child = tuple + 1; child < table.next(tuple) && elements < 3; child = table.next(child)) if (!isToken(table.kind(child))) elements++;
  return elements === 2;
}

function childrenOf(table: SyntaxTable, node: number): number[] {
  const children: number[] = [];
  for (let child = node + 1; child < table.next(node); child = table.next(child)) children.push(child);
  return children;
}
