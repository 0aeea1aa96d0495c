import { spawnSync } from "node:child_process";

/** What CPython's own parser makes of a source, in the shapes of a summary; `undefined` where it refuses the source. */
export type OracleBody = unknown;

/** The version of the `python3` on this machine as `[3, 11]`; `undefined` without one that is young enough to know `match`. */
export function findPython(): readonly [number, number] | undefined {
  const run = spawnSync("python3", ["-c", "import sys; print(*sys.version_info[:2])"], { encoding: "utf8" });
  const [major = 0, minor = 0] = run.status === 0 ? run.stdout.trim().split(" ").map(Number) : [];
  return major === 3 && minor >= 10 ? [major, minor] : undefined;
}

/** Asks CPython for all sources in one run. */
export function askPython(sources: readonly string[]): OracleBody[] {
  const run = spawnSync("python3", ["-W", "ignore", "-c", script], { input: JSON.stringify(sources), encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`python3 failed: ${run.stderr}`);
  return run.stdout.trim().split("\n").map((line) => {
    const answer: { body?: OracleBody } = JSON.parse(line);
    return answer.body;
  });
}

/**
 * A summary's body in the form that the oracle writes: positional arguments before keywords, as `ast` keeps them; no
 * condition texts; no offsets but those of expressions outside f-strings, where older Pythons count from the string.
 */
export function normaliseBody(value: unknown, offsets = true): unknown {
  if (Array.isArray(value)) return value.map((item) => normaliseBody(item, offsets));
  if (value === null || typeof value !== "object") return value;
  const node: Record<string, unknown> = { ...value };
  const located = offsets && typeof node["k"] === "string" && locatedKinds.has(node["k"]);
  const inner = offsets && node["k"] !== "fstr";
  for (const key of located ? ["ns", "ne", "text"] : ["s", "e", "ns", "ne", "text"]) if (typeof node[key] !== "object") delete node[key];
  if (Array.isArray(node["a"])) node["a"] = [...node["a"].filter(isPositional), ...node["a"].filter((arg) => !isPositional(arg))];
  return Object.fromEntries(Object.keys(node).sort().map((key) => [key, normaliseBody(node[key], inner)]));
}

const locatedKinds = new Set(["name", "attr", "call", "sub", "list", "dict", "lambda", "await", "unary", "not"]);

function isPositional(arg: unknown): boolean {
  return typeof arg === "object" && arg !== null && !("n" in arg) && !("star" in arg && arg.star === 2);
}

const script = String.raw`
import ast, json, sys
sys.setrecursionlimit(20000)

BIN = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.MatMult: "@",
       ast.Pow: "**", ast.BitOr: "|", ast.BitAnd: "&", ast.BitXor: "^", ast.LShift: "<<", ast.RShift: ">>"}
CMP = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is",
       ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in"}
UNARY = {ast.UAdd: "+", ast.USub: "-", ast.Invert: "~"}

def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

class Dump:
    def __init__(self, source):
        self.lines, at = [], 0
        for line in source.splitlines(keepends=True) if "\f" not in source else source.split("\n"):
            self.lines.append((at, line.encode("utf-8", "surrogatepass")))
            at += units(line) + (1 if "\f" in source else 0)
        self.offsets = True

    def offset(self, line, column):
        start, text = self.lines[line - 1]
        return start + units(text[:column].decode("utf-8", "surrogatepass"))

    def at(self, node, out):
        if self.offsets:
            out["s"] = self.offset(node.lineno, node.col_offset)
            out["e"] = self.offset(node.end_lineno, node.end_col_offset)
        return out

    def all(self, nodes):
        return [self.expr(node) for node in nodes]

    def put(self, out, **parts):
        for key, node in parts.items():
            if node is not None:
                out[key] = self.expr(node)
        return out

    def const(self, v):
        if v is Ellipsis: return {"k": "ellipsis"}
        if isinstance(v, bytes): return {"k": "bytes", "v": v.decode("latin-1")}
        if isinstance(v, complex): return {"k": "big"}
        if isinstance(v, int) and not isinstance(v, bool) and abs(v) > 9007199254740991: return {"k": "big"}
        if isinstance(v, float):
            if v in (float("inf"), float("-inf")): return {"k": "big"}
            if v == int(v): return {"k": "const", "v": int(v)}
        return {"k": "const", "v": v}

    def clauses(self, generators):
        return [{"t": self.expr(g.target), "it": self.expr(g.iter), "ifs": self.all(g.ifs)} for g in generators]

    def args(self, args, keywords):
        out = []
        for a in args:
            out.append({"v": self.expr(a.value), "star": 1} if isinstance(a, ast.Starred) else {"v": self.expr(a)})
        for k in keywords:
            out.append({"v": self.expr(k.value), "star": 2} if k.arg is None else {"n": k.arg, "v": self.expr(k.value)})
        return out

    def params(self, a):
        out = []
        def add(arg, kind, default=None):
            out.append(self.put({"n": arg.arg, "kind": kind}, a=arg.annotation, d=default))
        plain = [(x, "pos") for x in a.posonlyargs] + [(x, "any") for x in a.args]
        defaults = [None] * (len(plain) - len(a.defaults)) + a.defaults
        for (arg, kind), default in zip(plain, defaults): add(arg, kind, default)
        if a.vararg: add(a.vararg, "var")
        for arg, default in zip(a.kwonlyargs, a.kw_defaults): add(arg, "kw", default)
        if a.kwarg: add(a.kwarg, "kwvar")
        return out

    def expr(self, x):
        t = type(x)
        if t is ast.Constant: return self.const(x.value)
        if t is ast.Name: return self.at(x, {"k": "name", "id": x.id})
        if t is ast.Attribute: return self.at(x, {"k": "attr", "o": self.expr(x.value), "n": x.attr})
        if t is ast.Call: return self.at(x, {"k": "call", "f": self.expr(x.func), "a": self.args(x.args, x.keywords)})
        if t is ast.Subscript: return self.at(x, {"k": "sub", "o": self.expr(x.value), "i": self.expr(x.slice)})
        if t is ast.Slice: return self.put({"k": "slice"}, lo=x.lower, hi=x.upper, step=x.step)
        if t is ast.Tuple: return {"k": "tuple", "x": self.all(x.elts)}
        if t is ast.List: return self.at(x, {"k": "list", "x": self.all(x.elts)})
        if t is ast.Set: return {"k": "set", "x": self.all(x.elts)}
        if t is ast.Dict: return self.at(x, {"k": "dict", "x": [self.put({}, key=k, v=v) for k, v in zip(x.keys, x.values)]})
        if t is ast.Starred: return {"k": "star", "v": self.expr(x.value), "n": 1}
        if t is ast.ListComp: return {"k": "comp", "c": "list", "el": self.expr(x.elt), "for": self.clauses(x.generators)}
        if t is ast.SetComp: return {"k": "comp", "c": "set", "el": self.expr(x.elt), "for": self.clauses(x.generators)}
        if t is ast.GeneratorExp: return {"k": "comp", "c": "gen", "el": self.expr(x.elt), "for": self.clauses(x.generators)}
        if t is ast.DictComp: return {"k": "comp", "c": "dict", "el": self.expr(x.key), "val": self.expr(x.value), "for": self.clauses(x.generators)}
        if t is ast.Lambda: return self.at(x, {"k": "lambda", "p": self.params(x.args), "b": self.expr(x.body)})
        if t is ast.BinOp: return {"k": "bin", "op": BIN[type(x.op)], "l": self.expr(x.left), "r": self.expr(x.right)}
        if t is ast.BoolOp: return {"k": "bool", "op": "and" if isinstance(x.op, ast.And) else "or", "x": self.all(x.values)}
        if t is ast.UnaryOp:
            if isinstance(x.op, ast.Not): return self.at(x, {"k": "not", "v": self.expr(x.operand)})
            return self.at(x, {"k": "unary", "op": UNARY[type(x.op)], "v": self.expr(x.operand)})
        if t is ast.Compare:
            return {"k": "cmp", "l": self.expr(x.left), "ops": [{"op": CMP[type(o)], "r": self.expr(r)} for o, r in zip(x.ops, x.comparators)]}
        if t is ast.IfExp: return {"k": "cond", "c": self.expr(x.test), "a": self.expr(x.body), "b": self.expr(x.orelse)}
        if t is ast.Await: return self.at(x, {"k": "await", "v": self.expr(x.value)})
        if t is ast.Yield: return self.put({"k": "yield"}, v=x.value)
        if t is ast.YieldFrom: return {"k": "yield", "v": self.expr(x.value), "from": True}
        if t is ast.NamedExpr: return {"k": "walrus", "n": x.target.id, "v": self.expr(x.value)}
        if t is ast.JoinedStr: return self.joined(x)
        raise Exception("unknown expression " + t.__name__)

    def joined(self, x):
        before, self.offsets = self.offsets, False
        parts, spec = [], False
        for v in x.values:
            if isinstance(v, ast.Constant):
                if parts and isinstance(parts[-1], str): parts[-1] += v.value
                elif v.value: parts.append(v.value)
            else:
                parts.append(self.expr(v.value))
                spec = spec or v.conversion != -1 or v.format_spec is not None
        self.offsets = before
        if all(isinstance(p, str) for p in parts): return {"k": "const", "v": "".join(parts)}
        return {"k": "fstr", "parts": parts, "spec": True} if spec else {"k": "fstr", "parts": parts}

    def pattern(self, p):
        t = type(p)
        if t is ast.MatchValue: return {"k": "value", "v": self.expr(p.value)}
        if t is ast.MatchSingleton: return {"k": "value", "v": self.const(p.value)}
        if t is ast.MatchOr: return {"k": "or", "x": [self.pattern(q) for q in p.patterns]}
        if t is ast.MatchAs:
            if p.pattern is None: return {"k": "any"} if p.name is None else {"k": "capture", "n": p.name}
            return {"k": "as", "p": self.pattern(p.pattern), "n": p.name}
        if t is ast.MatchClass: return {"k": "shape", "f": self.expr(p.cls), "names": self.names(p)}
        return {"k": "shape", "names": self.names(p)}

    def names(self, p):
        t = type(p)
        if t is ast.MatchStar: return [p.name] if p.name else []
        if t is ast.MatchAs: return (self.names(p.pattern) if p.pattern else []) + ([p.name] if p.name else [])
        if t is ast.MatchMapping: return [n for q in p.patterns for n in self.names(q)] + ([p.rest] if p.rest else [])
        if t is ast.MatchClass: return [n for q in p.patterns + p.kwd_patterns for n in self.names(q)]
        if t in (ast.MatchSequence, ast.MatchOr): return [n for q in p.patterns for n in self.names(q)]
        return []

    def body(self, stmts):
        out = []
        for s in stmts:
            if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant) and isinstance(s.value.value, str): continue
            out.append(self.stmt(s))
        return out

    def aliases(self, names):
        return [{"n": a.name, "as": a.asname} if a.asname else {"n": a.name} for a in names]

    def stmt(self, s):
        t = type(s)
        if t is ast.Expr: return {"k": "expr", "v": self.expr(s.value)}
        if t is ast.Assign: return {"k": "assign", "t": self.all(s.targets), "v": self.expr(s.value)}
        if t is ast.AnnAssign: return self.put({"k": "ann"}, t=s.target, a=s.annotation, v=s.value)
        if t is ast.AugAssign: return {"k": "aug", "t": self.expr(s.target), "op": BIN[type(s.op)], "v": self.expr(s.value)}
        if t in (ast.FunctionDef, ast.AsyncFunctionDef):
            out = {"k": "def", "n": s.name, "p": self.params(s.args), "d": self.all(s.decorator_list), "b": self.body(s.body)}
            if t is ast.AsyncFunctionDef: out["async"] = True
            if any(self.yields(b) for b in s.body): out["gen"] = True
            return self.doc(s, self.put(out, r=s.returns))
        if t is ast.ClassDef:
            return self.doc(s, {"k": "class", "n": s.name, "a": self.args(s.bases, s.keywords), "d": self.all(s.decorator_list), "b": self.body(s.body)})
        if t is ast.Return: return self.put({"k": "return"}, v=s.value)
        if t is ast.Raise: return self.put({"k": "raise"}, v=s.exc, **{"from": s.cause})
        if t is ast.Assert: return {"k": "assert", "c": self.expr(s.test)}
        if t is ast.Delete: return {"k": "del", "t": self.all(s.targets)}
        if t is ast.Pass: return {"k": "pass"}
        if t is ast.Break: return {"k": "break"}
        if t is ast.Continue: return {"k": "continue"}
        if t is ast.Global: return {"k": "global", "n": s.names}
        if t is ast.Nonlocal: return {"k": "nonlocal", "n": s.names}
        if t is ast.If: return {"k": "if", "c": self.expr(s.test), "b": self.body(s.body), "o": self.body(s.orelse)}
        if t in (ast.For, ast.AsyncFor):
            return {"k": "for", "t": self.expr(s.target), "it": self.expr(s.iter), "b": self.body(s.body), "o": self.body(s.orelse)}
        if t is ast.While: return {"k": "while", "c": self.expr(s.test), "b": self.body(s.body), "o": self.body(s.orelse)}
        if t.__name__ in ("Try", "TryStar"):
            return {"k": "try", "b": self.body(s.body), "h": [self.handler(h) for h in s.handlers], "o": self.body(s.orelse), "f": self.body(s.finalbody)}
        if t in (ast.With, ast.AsyncWith):
            return {"k": "with", "i": [self.put({}, v=i.context_expr, t=i.optional_vars) for i in s.items], "b": self.body(s.body)}
        if t is ast.Match:
            cases = [self.put({"p": self.pattern(c.pattern), "b": self.body(c.body)}, g=c.guard) for c in s.cases]
            return {"k": "match", "v": self.expr(s.subject), "c": cases}
        if t is ast.Import: return {"k": "import", "n": self.aliases(s.names)}
        if t is ast.ImportFrom: return {"k": "from", "m": s.module or "", "lvl": s.level, "n": self.aliases(s.names)}
        if t.__name__ == "TypeAlias": return {"k": "type", "n": s.name.id, "v": self.expr(s.value)}
        raise Exception("unknown statement " + t.__name__)

    def handler(self, h):
        out = self.put({"b": self.body(h.body)}, x=h.type)
        if h.name: out["n"] = h.name
        return out

    def doc(self, s, out):
        text = ast.get_docstring(s, clean=False)
        if text is not None: out["doc"] = text.encode("utf-16-le", "surrogatepass")[:800].decode("utf-16-le", "surrogatepass")
        return out

    def yields(self, node):
        if isinstance(node, (ast.Yield, ast.YieldFrom)): return True
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)): return False
        return any(self.yields(c) for c in ast.iter_child_nodes(node))

for source in json.load(sys.stdin):
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        print("{}")
        continue
    print(json.dumps({"body": Dump(source).body(tree.body)}, sort_keys=True))
`;
