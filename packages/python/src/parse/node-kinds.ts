/** Named nodes of tree-sitter-python that lowering looks at. The order gives each its small number; 0 is a place that did not parse. */
const named = [
  "module", "block",
  "import_statement", "import_prefix", "relative_import", "future_import_statement", "import_from_statement", "aliased_import", "wildcard_import", "dotted_name",
  "print_statement", "exec_statement", "assert_statement", "expression_statement", "return_statement", "delete_statement", "raise_statement",
  "pass_statement", "break_statement", "continue_statement", "global_statement", "nonlocal_statement", "type_alias_statement",
  "if_statement", "elif_clause", "else_clause", "match_statement", "case_clause", "for_statement", "while_statement",
  "try_statement", "except_clause", "finally_clause", "with_statement", "with_clause", "with_item",
  "function_definition", "class_definition", "decorated_definition", "decorator",
  "parameters", "lambda_parameters", "default_parameter", "typed_parameter", "typed_default_parameter",
  "keyword_separator", "positional_separator", "list_splat_pattern", "dictionary_splat_pattern",
  "type", "type_parameter", "splat_type", "generic_type", "union_type", "constrained_type", "member_type",
  "argument_list", "keyword_argument", "list_splat", "dictionary_splat", "parenthesized_list_splat",
  "assignment", "augmented_assignment", "expression_list", "pattern_list", "tuple_pattern", "list_pattern",
  "as_pattern", "as_pattern_target", "case_pattern", "union_pattern", "dict_pattern", "keyword_pattern", "splat_pattern", "class_pattern", "complex_pattern",
  "identifier", "integer", "float", "true", "false", "none", "ellipsis",
  "string", "concatenated_string", "string_start", "string_end", "interpolation", "type_conversion", "format_specifier",
  "not_operator", "boolean_operator", "binary_operator", "unary_operator", "comparison_operator", "conditional_expression", "named_expression",
  "lambda", "yield", "await", "attribute", "subscript", "slice", "call",
  "list", "set", "tuple", "dictionary", "pair", "list_comprehension", "dictionary_comprehension", "set_comprehension", "generator_expression",
  "for_in_clause", "if_clause", "parenthesized_expression",
] as const;

/** Tokens that carry meaning of their own; every other token, and every comment, is left out of the table. */
const tokens = [
  ",", ":", "_", "async", "as", "from",
  "+", "-", "*", "/", "//", "%", "@", "**", "|", "&", "^", "<<", ">>", "~",
  "and", "or", "<", "<=", "==", "!=", ">=", ">", "<>", "in", "not in", "is", "is not",
  "+=", "-=", "*=", "/=", "@=", "//=", "%=", "**=", ">>=", "<<=", "&=", "^=", "|=",
] as const;

export type NamedKind = (typeof named)[number];
export type TokenKind = (typeof tokens)[number];

/** Number of a named node's kind. */
export const kind: Readonly<Record<NamedKind, number>> = numbered(named, 1);
/** Number of a token's kind. All tokens come after all named nodes. */
export const token: Readonly<Record<TokenKind, number>> = numbered(tokens, named.length + 1);

/** An ERROR or a MISSING node. */
export const errorKind = 0;
/** Not in the table: comments, brackets, keywords. */
export const skippedKind = 255;

export function isToken(kind: number): boolean {
  return kind > named.length;
}

/** The token as written: `+=`, `not in`. */
export function tokenText(kind: number): string {
  return tokens[kind - named.length - 1] ?? "";
}

function numbered<Name extends string>(names: readonly Name[], from: number): Record<Name, number> {
  const numbers: Partial<Record<Name, number>> = {};
  names.forEach((name, index) => {
    numbers[name] = from + index;
  });
  return numbers as Record<Name, number>;
}

/** Nodes whose inside is never looked at. */
const leaves: readonly NamedKind[] = [
  "identifier", "integer", "float", "true", "false", "none", "ellipsis", "dotted_name", "import_prefix", "wildcard_import",
  "string_start", "string_end", "type_conversion", "format_specifier", "pass_statement", "break_statement", "continue_statement",
  "keyword_separator", "positional_separator", "complex_pattern",
];

/** What a grammar's own node numbers mean to lowering. */
export interface KindMap {
  /** From the grammar's number to ours. */
  readonly kinds: Uint8Array;
  /** 1 where there is nothing to see inside. */
  readonly leaves: Uint8Array;
}

/** Numbers a grammar gives its nodes can change with its version, and aliases have several: they are mapped by name, once. */
export function mapKinds(grammar: {
  readonly nodeTypeCount: number;
  nodeTypeForId(id: number): string | null;
  nodeTypeIsNamed(id: number): boolean;
}): KindMap {
  const kinds = new Uint8Array(65_536).fill(skippedKind);
  const leafIds = new Uint8Array(65_536);
  const byName = new Map<string, number>(named.map((name) => [name, kind[name]]));
  const byToken = new Map<string, number>(tokens.map((name) => [name, token[name]]));
  const leafKinds = new Set(leaves.map((name) => kind[name]));
  for (let id = 0; id < grammar.nodeTypeCount; id++) {
    const name = grammar.nodeTypeForId(id) ?? "";
    const isNamed = grammar.nodeTypeIsNamed(id);
    const number = (isNamed ? byName : byToken).get(name) ?? skippedKind;
    kinds[id] = number;
    leafIds[id] = number === skippedKind || !isNamed || leafKinds.has(number) ? 1 : 0;
  }
  kinds[errorId] = errorKind;
  return { kinds, leaves: leafIds };
}

/** tree-sitter's number of an ERROR node in every grammar. */
const errorId = 65_535;
