import type { Tree } from "web-tree-sitter";
import { errorKind, type KindMap, kind, skippedKind, token } from "./node-kinds.ts";

/**
 * A syntax tree as four columns of numbers, in the order of the text. The tree lives in another heap, and each question
 * to it is a call across; this copies what lowering needs in one walk, without recursion, so that depth costs nothing.
 * The children of node `i` are `i + 1`, `next(i + 1)`, … up to `next(i)`.
 */
export class SyntaxTable {
  #kinds: Uint8Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #nexts: Int32Array;
  #count = 0;
  /** Nodes that did not parse, in order, and nodes that hold one directly or in a part that is no statement, block or expression of its own. */
  readonly errors: number[] = [];
  readonly broken: Set<number> = new Set();

  constructor(expected: number) {
    this.#kinds = new Uint8Array(expected);
    this.#starts = new Int32Array(expected);
    this.#ends = new Int32Array(expected);
    this.#nexts = new Int32Array(expected);
  }

  get count(): number {
    return this.#count;
  }

  kind(node: number): number {
    return this.#kinds[node] ?? errorKind;
  }

  /** First offset, in UTF-16 code units. */
  start(node: number): number {
    return this.#starts[node] ?? 0;
  }

  /** Offset after the last character. */
  end(node: number): number {
    return this.#ends[node] ?? 0;
  }

  /** The node after this one's last descendant: the next sibling, where there is one. */
  next(node: number): number {
    return this.#nexts[node] ?? this.#count;
  }

  add(kind: number, start: number, end: number): number {
    const node = this.#count++;
    if (node >= this.#kinds.length) this.#grow();
    this.#kinds[node] = kind;
    this.#starts[node] = start;
    this.#ends[node] = end;
    this.#nexts[node] = node + 1;
    return node;
  }

  close(node: number): void {
    this.#nexts[node] = this.#count;
  }

  /** Does anything in this node not parse? */
  hasError(node: number): boolean {
    let low = 0;
    let high = this.errors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.errors[middle] ?? 0) < node) low = middle + 1;
      else high = middle;
    }
    const first = this.errors[low];
    return first !== undefined && first < this.next(node);
  }

  #grow(): void {
    const size = this.#kinds.length * 2 + 64;
    this.#kinds = copyTo(new Uint8Array(size), this.#kinds);
    this.#starts = copyTo(new Int32Array(size), this.#starts);
    this.#ends = copyTo(new Int32Array(size), this.#ends);
    this.#nexts = copyTo(new Int32Array(size), this.#nexts);
  }
}

function copyTo<Column extends Uint8Array | Int32Array>(to: Column, from: Column): Column {
  to.set(from);
  return to;
}

/** A comma tells a tuple from a group, and one subscript from a tuple of one; elsewhere it says nothing. */
const commaMatters = new Set([
  kind.expression_statement, kind.subscript, kind.tuple, kind.tuple_pattern, kind.case_clause, kind.match_statement, kind.type_parameter, kind.for_in_clause,
]);

/** Parts that stand or fall with what they are part of: an error in one is an error of its owner. */
const owners = new Set([
  kind.module, kind.block,
  kind.import_statement, kind.future_import_statement, kind.import_from_statement, kind.print_statement, kind.exec_statement, kind.assert_statement,
  kind.expression_statement, kind.return_statement, kind.delete_statement, kind.raise_statement, kind.global_statement, kind.nonlocal_statement,
  kind.type_alias_statement, kind.if_statement, kind.elif_clause, kind.else_clause, kind.match_statement, kind.case_clause, kind.for_statement,
  kind.while_statement, kind.try_statement, kind.except_clause, kind.finally_clause, kind.with_statement, kind.function_definition,
  kind.class_definition, kind.decorated_definition,
  kind.string, kind.concatenated_string, kind.not_operator, kind.boolean_operator, kind.binary_operator, kind.unary_operator, kind.comparison_operator,
  kind.conditional_expression, kind.named_expression, kind.lambda, kind.yield, kind.await, kind.attribute, kind.subscript, kind.slice, kind.call,
  kind.list, kind.set, kind.tuple, kind.dictionary, kind.list_comprehension, kind.dictionary_comprehension, kind.set_comprehension,
  kind.generator_expression, kind.parenthesized_expression, kind.expression_list, kind.pattern_list, kind.tuple_pattern, kind.list_pattern,
]);

/** Copies a tree. The caller deletes it. */
export function tabulate(tree: Tree, map: KindMap, textLength: number): SyntaxTable {
  const { kinds, leaves } = map;
  const table = new SyntaxTable((textLength >> 2) + 64);
  const root = tree.rootNode;
  const careful = root.hasError;
  const parents: number[] = [];
  let parentKind = errorKind;
  const cursor = tree.walk();
  try {
    for (;;) {
      const id = cursor.nodeTypeId;
      let code = kinds[id] ?? skippedKind;
      if (careful && cursor.nodeIsMissing) code = errorKind;
      if (code !== skippedKind && !(code === token[","] && !commaMatters.has(parentKind)) && !(code === token[":"] && parentKind !== kind.slice)) {
        const node = table.add(code, cursor.startIndex, cursor.endIndex);
        if (code === errorKind) {
          table.errors.push(node);
          breakOwners(table, parents);
        }
        // In a sound tree there is nothing to see inside a leaf; in a broken one an error may hide there.
        if ((careful || leaves[id] === 0) && cursor.gotoFirstChild()) {
          parents.push(node);
          parentKind = code;
          continue;
        }
      } else if (careful && code === skippedKind && cursor.gotoFirstChild()) {
        parents.push(-1);
        parentKind = errorKind;
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        const parent = parents.pop();
        if (parent === undefined || !cursor.gotoParent()) return table;
        if (parent >= 0) table.close(parent);
        const above = parents.at(-1);
        parentKind = above === undefined || above < 0 ? errorKind : table.kind(above);
      }
    }
  } finally {
    cursor.delete();
  }
}

function breakOwners(table: SyntaxTable, parents: readonly number[]): void {
  for (let at = parents.length - 1; at >= 0; at--) {
    const parent = parents[at] ?? -1;
    if (parent < 0) continue;
    table.broken.add(parent);
    if (owners.has(table.kind(parent))) return;
  }
}
