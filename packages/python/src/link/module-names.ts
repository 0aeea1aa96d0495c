import type { Expr, ModuleSummary, Param, Stmt } from "../syntax.ts";

/** What a local name is imported from. */
interface ImportedName {
  readonly level: number;
  readonly module: string;
  readonly name?: string;
}

/** The names of one module, and which of them running it reads. */
export class ModuleNames {
  /** Local name → what it is imported from. */
  readonly imports: Map<string, ImportedName[]> = new Map();
  readonly stars: ImportedName[] = [];
  readonly forced: ReadonlySet<string>;
  readonly #definitions: Map<string, Stmt & { k: "def" | "class" }> = new Map();
  readonly #others: Set<string> = new Set();

  constructor(summary: ModuleSummary, makers: ReadonlySet<string>) {
    this.#collect(summary.body);
    const forced = new Set<string>();
    const reader = new Reader(forced, (stmt) => this.#importing(stmt));
    reader.topLevel(summary.body);
    if (makers.size > 0) for (const definition of this.#definitions.values()) if (makesApplication(definition, makers)) reader.bodies(definition);
    // What the functions that are called read, they read now.
    for (const name of forced) {
      const definition = this.#definitions.get(name);
      if (definition?.k === "def") reader.block(definition.b);
      else if (definition) for (const stmt of definition.b) if (stmt.k === "def" && stmt.n === "__init__") reader.block(stmt.b);
    }
    this.forced = forced;
  }

  has(name: string): boolean {
    return this.imports.has(name) || this.#definitions.has(name) || this.#others.has(name);
  }

  #collect(body: readonly Stmt[]): void {
    for (const stmt of body) {
      if (stmt.k === "def" || stmt.k === "class") this.#definitions.set(stmt.n, stmt);
      else if (stmt.k === "assign") for (const target of stmt.t) this.#bind(target);
      else if (stmt.k === "ann") this.#bind(stmt.t);
      else if (stmt.k === "import" || stmt.k === "from") this.#importing(stmt);
      else if (stmt.k === "if" && !isForTypes(stmt.c)) {
        this.#collect(stmt.b);
        this.#collect(stmt.o);
      } else if (stmt.k === "try") {
        this.#collect(stmt.b);
        for (const handler of stmt.h) this.#collect(handler.b);
        this.#collect(stmt.o);
      } else if (stmt.k === "with" || stmt.k === "for") this.#collect(stmt.b);
    }
  }

  #bind(target: Expr): void {
    if (target.k === "name") this.#others.add(target.id);
    else if (target.k === "tuple" || target.k === "list") for (const one of target.x) this.#bind(one);
  }

  #importing(stmt: Stmt & { k: "import" | "from" }): void {
    const add = (local: string, one: ImportedName): void => {
      const known = this.imports.get(local);
      if (known) known.push(one);
      else this.imports.set(local, [one]);
    };
    if (stmt.k === "import") for (const { n, as } of stmt.n) add(as ?? n.split(".", 1)[0] ?? n, { level: 0, module: n });
    else
      for (const { n, as } of stmt.n) {
        const one = { level: stmt.lvl, module: stmt.m, name: n };
        if (n === "*") this.stars.push(one);
        else add(as ?? n, one);
      }
  }
}

/** Gathers the names that statements read when they run. */
class Reader {
  readonly #names: Set<string>;
  readonly #importing: (stmt: Stmt & { k: "import" | "from" }) => void;

  constructor(names: Set<string>, importing: (stmt: Stmt & { k: "import" | "from" }) => void) {
    this.#names = names;
    this.#importing = importing;
  }

  /** A module's or a class's own statements. */
  topLevel(body: readonly Stmt[]): void {
    for (const stmt of body) if (stmt.k !== "import" && stmt.k !== "from") this.#statement(stmt);
  }

  /** Statements of a function, with what it imports itself. */
  block(body: readonly Stmt[]): void {
    for (const stmt of body) {
      if (stmt.k === "import" || stmt.k === "from") this.#importing(stmt);
      else this.#statement(stmt);
    }
  }

  bodies(definition: Stmt & { k: "def" | "class" }): void {
    if (definition.k === "def") this.block(definition.b);
    else for (const stmt of definition.b) if (stmt.k === "def") this.block(stmt.b);
  }

  #statement(stmt: Stmt): void {
    if (stmt.k === "def") {
      for (const decorator of stmt.d) this.#expression(decorator);
      this.#defaults(stmt.p);
      // What a decorator registers is looked at with its annotations.
      if (stmt.d.length > 0) for (const param of stmt.p) if (param.a) this.#expression(param.a);
    } else if (stmt.k === "class") {
      for (const decorator of stmt.d) this.#expression(decorator);
      for (const arg of stmt.a) this.#expression(arg.v);
      this.topLevel(stmt.b);
    } else if (stmt.k === "if" && (isForTypes(stmt.c) || isMain(stmt.c))) this.block(stmt.o);
    else this.#parts(stmt);
  }

  #defaults(params: readonly Param[]): void {
    for (const param of params) if (param.d) this.#expression(param.d);
  }

  #expression(expr: Expr): void {
    if (expr.k === "name") this.#names.add(expr.id);
    else if (expr.k === "lambda") this.#defaults(expr.p);
    else this.#parts(expr);
  }

  /** Whatever lies in a node: blocks, expressions and their lists. Annotations are read by those who ask for them. */
  #parts(node: Stmt | Expr): void {
    // Twice as fast as its entries, and this comes by most of what is loaded.
    for (const key in node) if (!(key === "a" && node.k === "ann")) this.#any(node[key as keyof typeof node]);
  }

  #any(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) for (const one of value) this.#any(one);
    else if (!("k" in value)) for (const inner of Object.values(value)) this.#any(inner);
    else if (isStatement(value as Stmt | Expr)) this.block([value as Stmt]);
    else this.#expression(value as Expr);
  }
}

const statements: ReadonlySet<string> = new Set(["expr", "assign", "ann", "aug", "def", "class", "return", "raise", "assert", "del", "pass", "break", "continue", "global", "nonlocal", "if", "for", "while", "try", "with", "match", "import", "from", "type"]);

function isStatement(node: Stmt | Expr): node is Stmt {
  return statements.has(node.k);
}

function isForTypes(condition: Expr): boolean {
  return (condition.k === "name" && condition.id === "TYPE_CHECKING") || (condition.k === "attr" && condition.n === "TYPE_CHECKING");
}

/** `__name__ == "__main__"`. */
function isMain(condition: Expr): boolean {
  return condition.k === "cmp" && condition.l.k === "name" && condition.l.id === "__name__";
}

/** Whether something of an application class's name is called inside. */
function makesApplication(node: object, makers: ReadonlySet<string>): boolean {
  const call = node as Partial<Expr & { k: "call" }>;
  if (call.k === "call" && call.f && ((call.f.k === "name" && makers.has(call.f.id)) || (call.f.k === "attr" && makers.has(call.f.n)))) return true;
  return Object.values(node).some((value) => typeof value === "object" && value !== null && makesApplication(value, makers));
}
