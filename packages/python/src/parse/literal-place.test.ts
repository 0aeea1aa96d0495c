import { expect, it } from "vitest";
import { literalPlaces } from "./literal-place.ts";
import { loadPythonParser } from "./parser.ts";

const parser = await loadPythonParser();
const placeOf = (code: string) => literalPlaces(parser, code, [code.indexOf("HERE")])?.[0];

it.each([
  ['password = "HERE"', "value"],
  ['password: str = "HERE"', "value"],
  ['password = (\n    "HERE"\n)', "value"],
  ['password = None or "HERE"', "value"],
  ['def f(password="HERE"): ...', "value"],
  ['connect(password="HERE")', "value"],
  ['{"password": "HERE"}', "value"],
  ['if password == "HERE": ...', "value"],
  ['fields = [("password", "HERE")]', "value"],
  ['password = "a" "HERE"', "value"],
  ['fields = ["password", "HERE"]', "element"],
  ['fields = "user", "password", "HERE"', "element"],
  ['class K(StrEnum):\n    PASSWORD = "HERE"', "member"],
  ['class K(models.TextChoices):\n    PASSWORD = "HERE"', "member"],
  ['class K(Base):\n    password = "HERE"', "value"],
  ['password: "Manager[HERE]"', "annotation"],
  ['def f():\n    """password: HERE"""', "docstring"],
  ['"""HERE"""', "docstring"],
  ['password = f"{user}-HERE"', "template"],
  ['password = f"HERE"', "value"],
])("the literal of %j is a %s", (code, kind) => {
  expect(placeOf(code)).toMatchObject({ kind });
});

it("the argument of a call names what is called", () => {
  expect(placeOf('x = os.environ.get("PASSWORD", "HERE")')).toEqual({ kind: "argument", callee: "os.environ.get" });
  expect(placeOf('x = (lambda a: a)("HERE")')).toEqual({ kind: "argument", callee: "" });
});

it("a value tells the variable that it is assigned to", () => {
  expect(placeOf('EXAMPLES = r"""\nHERE\n"""')).toEqual({ kind: "value", name: "EXAMPLES" });
  expect(placeOf('self.password = "HERE"')).toEqual({ kind: "value" });
});

it("a place elsewhere that does not parse changes nothing", () => {
  expect(placeOf('names = ["HERE"]\n\ndef f(:\n    return\n')).toEqual({ kind: "element" });
  expect(placeOf('names = ["HERE"\n\ndef f():\n    return\n')).toBeUndefined();
});

it("nothing is said of a comment, nor of a text that is no Python", () => {
  expect(placeOf('x = 1  # password = "HERE"')).toBeUndefined();
  expect(placeOf('{% if a %}\n{% b c %}\n{% d e %}\n{% f g %}\npassword = "HERE"')).toBeUndefined();
});
