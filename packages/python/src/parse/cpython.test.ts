import { describe, expect, it } from "vitest";
import { askPython, findPython, normaliseBody } from "./cpython-oracle.ts";
import { loadLowering } from "./lowered.ts";

const lower = await loadLowering();

/** Syntax that every Python from 3.10 on reads alike. */
const snippets: readonly string[] = [
  "a = b = c.d[e](f, *g, h=i, **j)[k:l, ::m, ...]",
  "a, (b, *c), [d] = e; f += g @ h ** -i // ~j % k",
  "x = [*a.b(), *c + d | e, *(h + i), *j[0]], f(*c or d, *e if f else g, *h < i)",
  "x = {1: 2, **a.b, 'c': d or e}, {*a, b}, (*a, b), (a), (a,), ()",
  "x = a if b else c if d else lambda e, *f, g=1, **h: (yield)",
  "x = a and b or not c and (d and e) or f",
  "x = a < b <= c != d is not e not in f in g is h",
  "x = 0xFF, 0o17, 0b11, 1_000, 1.5e-3, 10 ** 20, 12345678901234567890, 3j, .5, 5.",
  "x = 'a' \"b\" '''c\nd''' r'\\n\\'', b'\\xff\\101\\u0041' rb'\\n'\nf('\\x41\\u00e9\\U0001F600\\101\\q\\\n')",
  "x = f'a{b}c{d!r:>{e}}{{}}{f:%Y-%m}' 'g{h}' rf'\\n{i}', f'{j=}', f'{k.l[0]!s}', f''",
  "x = [a async for a in b if c if d for e, f in g], {h: i for h in j}, {k for k in l}, f(m for m in n)",
  "def f(a, b=1, /, c: int = 2, *d: str, e, g=None, **h) -> list[int]:\n    'doc'\n    global i\n    return [yield_ for yield_ in a]",
  "async def f(*, a):\n    async with b as c, d() as (e, g):\n        await h\n    async for i in j:\n        yield i\n    else:\n        pass",
  "@a\n@b.c(d)\nclass E(F, G[H], metaclass=I, **J):\n    '''doc'''\n    k: int = 1\n    l: 'M'\n    @property\n    def n(self): return self.__o",
  "if a:\n    pass\nelif b:\n    pass\nelse:\n    if c: pass\nfor d in e, f: break\nwhile g: continue\nelse: pass",
  "try:\n    a\nexcept B as c:\n    raise\nexcept (D, E):\n    raise F from g\nexcept:\n    raise H(i)\nelse:\n    pass\nfinally:\n    del j, k[0], (l, m)",
  "with a: pass\nwith (b): pass\nwith (c, d): pass\nwith (e as f, g): pass\nwith (h, i) as j: pass\nwith k if l else m as n: pass\nwith (o as p,): pass",
  "import a, b.c as d\nfrom e import f as g, h\nfrom . import i\nfrom ...j.k import (l, m as n,)\nfrom o import *\nfrom __future__ import annotations",
  "match a:\n    case 1 | -2 | 'b' | None | _: pass\n    case C(d, e=F.g): pass\n    case [h, *i] | (h, [i]): pass\n    case {'j': k, **l} as m if n: pass\n    case {**r}: pass\n    case (o): pass\n    case p, q: pass\n    case [*_]: pass",
  "match a, b:\n    case (c, d): pass\nmatch (a)\nmatch[0] = match.b\ntype = case = _ = print",
  "type(a).b = c\ntype(a.b[0]).c.d = e\nprint(a)(b)\nprint\nexec('a')\nmatch = type(match)\nprint (a), b",
  "x: dict[str, list[int] | None] | A.B[C] | None = None\ny: Callable[[int, ...], Literal['a', -1]]\nz: Annotated[int, f(a=lambda b: b)]\nself.w: (int) = 1",
  "lambda: (yield)\nlambda *, a: a\nlambda a, /, b=lambda: 1: b\n(a := b)\nf(c := 1)\n[d := e]",
  "a[b:=c]\nx = yield_\nx = (a\n  # comment, here\n  + b)\nif a: b; c; d\nassert a, b\nassert (c)",
  "def f():\n    x = yield\n    x = yield a, b\n    x = yield from c\n    await_ = 1\n    nonlocal_ = lambda: (yield)\n    return *a, b",
  "𝐟𝐨𝐨 = ﬁ.ﬁ\ndef ﬀ(ﬂ): pass\n'😀' + a.b('é', c)",
  "a\\\n  .b\\\n  .c()\nfrom a \\\n  . b import c\nx = [\n]\n\n\ty = 1".replace("\t", ""),
  "if a:\n\tb\nelse:\n        c\n\x0c\nd = 1",
];

describe.skipIf(findPython() === undefined)("beside CPython's own parser", () => {
  it("every snippet has the same names, calls, constants, definitions and places", () => {
    const answers = askPython(snippets);
    snippets.forEach((source, index) => {
      const summary = lower(source);
      expect(answers[index], source).toBeDefined();
      expect(normaliseBody(summary.body), source).toEqual(normaliseBody(answers[index]));
      expect(summary.errors, source).toEqual([]);
    });
  });

  it("what CPython refuses is said to be an error", () => {
    const sources = ["print 'a'", "exec 'a' in b", "raise A, 'b'", "try: pass\nexcept A, e: pass", "x = `a`", "x = 0777", "x = 1L", "def f(:\n  pass", "def f():\nx = 1", "x = (", "f(a b)", "x = 'a", "if a\n  b", "a b", "def f(a, (b, c)): pass"];
    askPython(sources).forEach((answer, index) => {
      const source = sources[index] ?? "";
      expect(answer, source).toBeUndefined();
      expect(lower(`${source}\n`).errors, source).not.toEqual([]);
    });
  });
});
