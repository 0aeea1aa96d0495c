/**
 * A module as plain data: Python's statements and expressions, without trivia. This is what leaves the worker in place
 * of the syntax tree. Keys are short because a summary is stored and sent as JSON.
 *
 * `s` and `e` are offsets in the decoded text, in UTF-16 code units; `ModuleSummary.lines` turns them into lines.
 */
export interface ModuleSummary {
  /** Offset of the first character of each line. */
  readonly lines: readonly number[];
  readonly body: readonly Stmt[];
  /** Every function and class in the order of the text. */
  readonly definitions: readonly Definition[];
  /** Places that did not parse: what is inside them is not in `body`. */
  readonly errors: readonly { readonly s: number; readonly e: number }[];
  /** True when nesting was cut off at the depth limit. */
  readonly cut?: true;
}

/** A function or class, from its first decorator to its end; `h` is a hash of its text. */
export interface Definition extends Node {
  readonly h: string;
}

interface Node {
  readonly s: number;
  readonly e: number;
}

export interface Arg {
  readonly v: Expr;
  /** Keyword. */
  readonly n?: string;
  /** `*v` is 1, `**v` is 2. */
  readonly star?: 1 | 2;
}

export interface Param extends Node {
  readonly n: string;
  /** `/`-only, ordinary, `*args`, keyword-only, `**kwargs`. */
  readonly kind: "pos" | "any" | "var" | "kw" | "kwvar";
  readonly a?: Expr;
  readonly d?: Expr;
}

export interface Clause {
  readonly t: Expr;
  readonly it: Expr;
  readonly ifs: readonly Expr[];
}

export type Expr = Node &
  (
    /** Strings are unescaped and implicitly concatenated ones joined. Integers outside the safe range are `big`. `...` is `ellipsis`. */
    | { readonly k: "const"; readonly v: string | number | boolean | null }
    | { readonly k: "bytes"; readonly v: string }
    | { readonly k: "big" }
    | { readonly k: "ellipsis" }
    /** f-string (and concatenations with one): literal pieces and expressions in order. Conversions and format specs are dropped; `spec` says that there was one. */
    | { readonly k: "fstr"; readonly parts: readonly (string | Expr)[]; readonly spec?: true }
    | { readonly k: "name"; readonly id: string }
    | { readonly k: "attr"; readonly o: Expr; readonly n: string }
    | { readonly k: "call"; readonly f: Expr; readonly a: readonly Arg[] }
    | { readonly k: "sub"; readonly o: Expr; readonly i: Expr }
    | { readonly k: "slice"; readonly lo?: Expr; readonly hi?: Expr; readonly step?: Expr }
    | { readonly k: "tuple" | "list" | "set"; readonly x: readonly Expr[] }
    /** A missing key is `**value`. */
    | { readonly k: "dict"; readonly x: readonly { readonly key?: Expr; readonly v: Expr }[] }
    | { readonly k: "star"; readonly v: Expr; readonly n: 1 | 2 }
    | { readonly k: "comp"; readonly c: "list" | "set" | "dict" | "gen"; readonly el: Expr; readonly val?: Expr; readonly for: readonly Clause[] }
    | { readonly k: "lambda"; readonly p: readonly Param[]; readonly b: Expr }
    /** `+ - * / // % @ ** & | ^ << >>` */
    | { readonly k: "bin"; readonly op: string; readonly l: Expr; readonly r: Expr }
    | { readonly k: "bool"; readonly op: "and" | "or"; readonly x: readonly Expr[] }
    | { readonly k: "not"; readonly v: Expr }
    /** `+ - ~` */
    | { readonly k: "unary"; readonly op: string; readonly v: Expr }
    /** `l op x op x …`; operators as written with one space: `not in`, `is not`. */
    | { readonly k: "cmp"; readonly l: Expr; readonly ops: readonly { readonly op: string; readonly r: Expr }[] }
    | { readonly k: "cond"; readonly c: Expr; readonly a: Expr; readonly b: Expr }
    | { readonly k: "await"; readonly v: Expr }
    | { readonly k: "yield"; readonly v?: Expr; readonly from?: true }
    | { readonly k: "walrus"; readonly n: string; readonly v: Expr }
    /** What did not parse, or lies below the depth limit. */
    | { readonly k: "bad" }
  );

export interface Handler extends Node {
  /** Exception types; absent for a bare `except`. PEP 758's `except A, B` is a tuple. */
  readonly x?: Expr;
  readonly n?: string;
  readonly b: readonly Stmt[];
}

/** Patterns of `match`, as far as evaluation needs them. */
export type Pattern = Node &
  (
    | { readonly k: "value"; readonly v: Expr }
    | { readonly k: "capture"; readonly n: string }
    | { readonly k: "any" }
    | { readonly k: "or"; readonly x: readonly Pattern[] }
    | { readonly k: "as"; readonly p: Pattern; readonly n: string }
    /** Sequences, mappings and classes: names they bind. */
    | { readonly k: "shape"; readonly f?: Expr; readonly names: readonly string[] }
  );

export type Stmt = Node &
  (
    | { readonly k: "expr"; readonly v: Expr }
    /** `a = b = v` has two targets. */
    | { readonly k: "assign"; readonly t: readonly Expr[]; readonly v: Expr }
    | { readonly k: "ann"; readonly t: Expr; readonly a: Expr; readonly v?: Expr }
    | { readonly k: "aug"; readonly t: Expr; readonly op: string; readonly v: Expr }
    /** `ns`/`ne`: the name itself. `gen`: its body yields. `doc`: docstring. Decorators in the order written. */
    | { readonly k: "def"; readonly n: string; readonly ns: number; readonly ne: number; readonly async?: true; readonly gen?: true; readonly p: readonly Param[]; readonly r?: Expr; readonly d: readonly Expr[]; readonly b: readonly Stmt[]; readonly doc?: string }
    | { readonly k: "class"; readonly n: string; readonly ns: number; readonly ne: number; readonly a: readonly Arg[]; readonly d: readonly Expr[]; readonly b: readonly Stmt[]; readonly doc?: string }
    | { readonly k: "return"; readonly v?: Expr }
    | { readonly k: "raise"; readonly v?: Expr; readonly from?: Expr }
    | { readonly k: "assert"; readonly c: Expr }
    | { readonly k: "del"; readonly t: readonly Expr[] }
    | { readonly k: "pass" | "break" | "continue" }
    | { readonly k: "global" | "nonlocal"; readonly n: readonly string[] }
    /** `text`: the condition as written, white space folded, at most 120 characters. `elif` is an `if` alone in `o`. */
    | { readonly k: "if"; readonly c: Expr; readonly text: string; readonly b: readonly Stmt[]; readonly o: readonly Stmt[] }
    | { readonly k: "for"; readonly t: Expr; readonly it: Expr; readonly b: readonly Stmt[]; readonly o: readonly Stmt[] }
    | { readonly k: "while"; readonly c: Expr; readonly b: readonly Stmt[]; readonly o: readonly Stmt[] }
    | { readonly k: "try"; readonly b: readonly Stmt[]; readonly h: readonly Handler[]; readonly o: readonly Stmt[]; readonly f: readonly Stmt[] }
    | { readonly k: "with"; readonly i: readonly { readonly v: Expr; readonly t?: Expr }[]; readonly b: readonly Stmt[] }
    | { readonly k: "match"; readonly v: Expr; readonly c: readonly { readonly p: Pattern; readonly g?: Expr; readonly b: readonly Stmt[] }[] }
    /** `import a.b as c`: `n` is the dotted name, `as` the alias. */
    | { readonly k: "import"; readonly n: readonly { readonly n: string; readonly as?: string }[] }
    /** `from ..m import a as b`: `lvl` counts the dots. `*` is a name. */
    | { readonly k: "from"; readonly m: string; readonly lvl: number; readonly n: readonly { readonly n: string; readonly as?: string }[] }
    /** PEP 695 `type X = …`. */
    | { readonly k: "type"; readonly n: string; readonly v: Expr }
  );
