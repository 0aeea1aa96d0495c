import { expect, test } from "vitest";
import { pathsOf } from "../test-support/link-sources.ts";

interface Case {
  readonly claim: string;
  readonly code: string;
  readonly paths: readonly string[];
}

const cases: readonly Case[] = [
  { claim: "a class attribute", code: `class C:\n    path = "/a"\napp.add(C.path, h)`, paths: ["/a"] },
  { claim: "a class attribute through an object", code: `class C:\n    path = "/a"\napp.add(C().path, h)`, paths: ["/a"] },
  { claim: "an object's own attribute comes before the class's", code: `class C:\n    path = "/a"\n    def __init__(self):\n        self.path = "/b"\napp.add(C().path, h)`, paths: ["/b"] },
  { claim: "an inherited attribute", code: `class A:\n    path = "/a"\nclass B(A): pass\napp.add(B.path, h)`, paths: ["/a"] },
  { claim: "an overridden attribute, read by an inherited method", code: `class A:\n    path = "/a"\n    def get(self):\n        return self.path\nclass B(A):\n    path = "/b"\napp.add(B().get(), h)`, paths: ["/b"] },
  { claim: "super in a method", code: `class A:\n    def p(self): return "/a"\nclass B(A):\n    def p(self): return super().p() + "/b"\napp.add(B().p(), h)`, paths: ["/a/b"] },
  { claim: "super in __init__", code: `class A:\n    def __init__(self, x):\n        self.x = x\nclass B(A):\n    def __init__(self):\n        super().__init__("/a")\napp.add(B().x, h)`, paths: ["/a"] },
  { claim: "super with a class and an object", code: `class A:\n    def p(self): return "/a"\nclass B(A):\n    def p(self): return super(B, self).p() + "/b"\napp.add(B().p(), h)`, paths: ["/a/b"] },
  { claim: "the method resolution order of a diamond", code: `class A:\n    def p(self): return "/a"\nclass B(A):\n    def p(self): return super().p() + "/b"\nclass C(A):\n    def p(self): return super().p() + "/c"\nclass D(B, C): pass\napp.add(D().p(), h)`, paths: ["/a/c/b"] },
  { claim: "the first of two bases", code: `class A:\n    p = "/a"\nclass B:\n    p = "/b"\nclass C(A, B): pass\napp.add(C.p, h)`, paths: ["/a"] },
  { claim: "a property", code: `class C:\n    @property\n    def path(self): return "/a"\napp.add(C().path, h)`, paths: ["/a"] },
  { claim: "a cached property", code: `from functools import cached_property\nclass C:\n    @cached_property\n    def path(self): return "/a"\napp.add(C().path, h)`, paths: ["/a"] },
  { claim: "a class method sees the class it is called on", code: `class A:\n    name = "a"\n    @classmethod\n    def p(cls): return "/" + cls.name\nclass B(A):\n    name = "b"\napp.add(B.p(), h)`, paths: ["/b"] },
  { claim: "a static method", code: `class C:\n    @staticmethod\n    def p(x): return "/" + x\napp.add(C.p("a"), h)\napp.add(C().p("b"), h)`, paths: ["/a", "/b"] },
  { claim: "__call__", code: `class C:\n    def __call__(self, x): return "/" + x\napp.add(C()("a"), h)`, paths: ["/a"] },
  { claim: "__getattr__ answers for what is missing", code: `class C:\n    real = "/real"\n    def __getattr__(self, name): return "/" + name\napp.add(C().ghost, h)\napp.add(C().real, h)`, paths: ["/ghost", "/real"] },
  { claim: "__getitem__", code: `class C:\n    def __getitem__(self, key): return "/" + key\napp.add(C()["a"], h)`, paths: ["/a"] },
  { claim: "__dict__ of a class holds its own names alone", code: `class A:\n    p = "/a"\nclass B(A):\n    q = "/b"\nfor n in ("p", "q"):\n    app.add("/" + n if n in B.__dict__ else "/no", h)`, paths: ["/no", "/q"] },
  { claim: "objects as keys of a dict", code: `class A: pass\na, b = A(), A()\npaths = {a: "/a"}\npaths[b] = "/b"\napp.add(paths[b], h)\napp.add(paths.get(a), h)\napp.add(paths.get(A()) or "/none", h)`, paths: ["/a", "/b", "/none"] },
  { claim: "__setitem__", code: `class C:\n    def __init__(self): self.kept = {}\n    def __setitem__(self, key, value): self.kept[key] = value\nc = C()\nc["a"] = "/a"\napp.add(c.kept["a"], h)`, paths: ["/a"] },
  { claim: "__contains__", code: `class C:\n    def __contains__(self, key): return key == "a"\nif "a" in C():\n    app.add("/a", h)\nif "b" in C():\n    app.add("/b", h)\nif "c" not in C():\n    app.add("/c", h)`, paths: ["/a", "/c"] },
  { claim: "__iter__", code: `class C:\n    def __iter__(self):\n        yield "/a"\n        yield "/b"\nfor p in C():\n    app.add(p, h)`, paths: ["/a", "/b"] },
  { claim: "__init_subclass__ sees each subclass", code: `class Base:\n    def __init_subclass__(cls, **kw):\n        app.add("/" + cls.__name__.lower(), h)\nclass A(Base): pass\nclass B(Base): pass`, paths: ["/a", "/b"] },
  { claim: "operators of a metaclass work on its classes and on those that inherit from them", code: `class Meta(type):\n    def __or__(cls, other): return "/" + cls.name + other.name\n    def __invert__(cls): return "/not" + cls.name\nclass A(metaclass=Meta):\n    name = "a"\nclass B(A):\n    name = "b"\napp.add(A | B, h)\napp.add(~B, h)`, paths: ["/ab", "/notb"] },
  { claim: "methods and properties of a metaclass are read through its classes", code: `class Meta(type):\n    @property\n    def path(cls): return "/" + cls.name\n    def at(cls, x): return cls.path + x\nclass A(metaclass=Meta):\n    name = "a"\napp.add(A.path, h)\napp.add(A.at("/x"), h)`, paths: ["/a", "/a/x"] },
  { claim: "what a class has itself comes before its metaclass", code: `class Meta(type):\n    path = "/meta"\nclass A(metaclass=Meta):\n    path = "/a"\napp.add(A.path, h)`, paths: ["/a"] },
  { claim: "getattr of one of two objects, which may both lack the name", code: `class A: pass\nclass B:\n    name = "b"\nimport unknown_settings\none = A() if unknown_settings.DEBUG else A()\napp.add(getattr(one, "name", "/none"), h)\nother = B() if unknown_settings.DEBUG else B()\napp.add("/" + getattr(other, "name", "none"), h)`, paths: ["/b", "/none"] },
  { claim: "a class made by a call", code: `class Base:\n    def at(self): return "/" + self.name\ndef shout(self): return self.at() + "!"\nA = type("A", (Base,), {"name": "a", "shout": shout})\napp.add(A().shout(), h)\napp.add("/" + A.__name__, h)`, paths: ["/A", "/a!"] },
  { claim: "the fields of a dataclass", code: `from dataclasses import dataclass\n@dataclass\nclass C:\n    a: str\n    b: str = "/b"\nc = C("/a")\napp.add(c.a + c.b, h)`, paths: ["/a/b"] },
  { claim: "the inherited fields of a dataclass come first", code: `from dataclasses import dataclass\n@dataclass\nclass A:\n    a: str\n@dataclass\nclass B(A):\n    b: str\nx = B("/a", "/b")\napp.add(x.a + x.b, h)`, paths: ["/a/b"] },
  { claim: "a member of an enumeration", code: `from enum import Enum\nclass P(str, Enum):\n    A = "/a"\napp.add(P.A, h)\napp.add(P.A.value + "/v", h)`, paths: ["/a", "/a/v"] },
  { claim: "a member of an enumeration by name and by value", code: `from enum import Enum\nclass P(Enum):\n    A = "/a"\napp.add(P["A"].value, h)\napp.add(P("/a").value + "/v", h)`, paths: ["/a", "/a/v"] },
  { claim: "a pair, or a member of an enumeration that stands for nothing", code: `from enum import Enum\nimport os\nclass Nothing(Enum):\n    token = 0\npair = Nothing.token\nif os.environ.get("X"):\n    pair = ("/a", "/b")\na, b = pair\napp.add(a, h)\napp.add(b, h)`, paths: ["/a", "/b"] },
  { claim: "all members of an enumeration", code: `from enum import StrEnum\nclass P(StrEnum):\n    A = "/a"\n    B = "/b"\nfor p in P:\n    app.add(p, h)`, paths: ["/a", "/b"] },
  { claim: "a member in an f-string", code: `from enum import StrEnum\nclass P(StrEnum):\n    A = "a"\napp.add(f"/{P.A.value}", h)`, paths: ["/a"] },
  { claim: "the name of a member", code: `from enum import Enum\nclass P(Enum):\n    A = 1\napp.add("/" + P.A.name, h)`, paths: ["/A"] },
  { claim: "a class that adds its routes in a method", code: `class V:\n    prefix = "/v"\n    def __init__(self, app):\n        app.add(self.prefix, self.get)\n    def get(self): pass\nV(app)`, paths: ["/v"] },
  { claim: "a subclass of the framework's class", code: `class Own(mini.App):\n    def __init__(self, prefix):\n        super().__init__()\n        self.prefix = prefix\n    def at(self, path):\n        self.add(self.prefix + path, h)\nown = Own("/v1")\nown.at("/a")`, paths: ["/v1/a"] },
  { claim: "a nested class", code: `class A:\n    class B:\n        path = "/a"\napp.add(A.B.path, h)`, paths: ["/a"] },
  { claim: "a class attribute that was set from outside", code: `class C: pass\nC.path = "/a"\napp.add(C().path, h)`, paths: ["/a"] },
  { claim: "a list that a class shares", code: `class C:\n    all = []\nC.all.append("/a")\nC().all.append("/b")\nfor p in C.all:\n    app.add(p, h)`, paths: ["/a", "/b"] },
  { claim: "type(x) of an object", code: `class C:\n    path = "/a"\napp.add(type(C()).path, h)`, paths: ["/a"] },
  { claim: "a class that a function makes", code: `def make(p):\n    class C:\n        path = p\n    return C\napp.add(make("/a").path, h)`, paths: ["/a"] },
  { claim: "a base that is not known leaves what the class says itself", code: `from somewhere import Base\nclass C(Base):\n    path = "/a"\napp.add(C.path, h)\napp.add(C().path + "/o", h)`, paths: ["/a", "/a/o"] },
  { claim: "an attribute of a base that is not known is a hole", code: `from somewhere import Base\nclass C(Base): pass\napp.add("/x/" + C.path, h)`, paths: ["/x/{?}"] },
];

test.each(cases.map((one) => [one.claim, one] as const))("%s", async (_claim, { code, paths }) => {
  expect(await pathsOf(code)).toEqual(paths);
});

test.each([
  ["def __bool__(self): return False", ["/no"]],
  ["def __len__(self): return 0", ["/no"]],
  ["def __len__(self): return 0\n    def __bool__(self): return True", ["/yes"]],
  ["pass", ["/yes"]],
])("an object is true unless its class says otherwise: %s", async (body, paths) => {
  expect(await pathsOf(`class Maybe:\n    ${body}\nif Maybe():\n    app.add("/yes", h)\nelse:\n    app.add("/no", h)`)).toEqual(paths);
});
