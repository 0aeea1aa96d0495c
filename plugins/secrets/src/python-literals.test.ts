import type { Json } from "@muster/contract";
import { expect, it } from "vitest";
import type { SecretFact } from "./candidate.ts";
import { candidates } from "./extractor.ts";
import { alnum, sampleOf } from "./part.ts";

const options: Json = { engine: "portable", hashKey: "00".repeat(32) };
await candidates.prepare?.(options);
const random = sampleOf([alnum(24)]);

function scan(code: string): SecretFact | undefined {
  const bytes = Buffer.from(`import os\n${code}\n`);
  return candidates.extract({ file: { path: "a.py", size: bytes.length, role: "source" }, bytes, text: () => bytes.toString("utf8"), options });
}
const standing = (code: string) => scan(code)?.candidates.map(({ example }) => (example === true ? "example" : "reported")) ?? [];

it.each([
  `os.getenv("SECRET_KEY", "${random}")`,
  `os.environ.setdefault("SECRET_KEY", "${random}")`,
  `config("SECRET_KEY", default="x") if x else config("API_TOKEN", "${random}")`,
  `fields = [("password", "${random}")]`,
  `f = {"password": "${random}"}`,
  `print(f"{name}: password 'x' and password '${random}'")`,
])("a literal given to a name is reported: %s", (code) => {
  expect(standing(code)).toEqual(["reported"]);
});

it.each([
  `names = ["user", "password", "${random}"]`,
  `check("password", "${random}")`,
  `class Kind(StrEnum):\n    API_TOKEN = "${random}"`,
  `class Kind:\n    api_tokens: "Manager[${random}]"`,
])("one that only stands beside it is not: %s", (code) => {
  expect(standing(code)).toEqual([]);
  expect(scan(code)?.suppressed.map(({ why }) => why)).toEqual(["words"]);
});

it.each([
  `def f():\n    """\n    {"password": "${random}"}\n    """`,
  `EXAMPLES = r"""\n- password: "${random}"\n"""`,
])("one in a text for people is an example: %s", (code) => {
  expect(standing(code)).toEqual(["example"]);
});

it("nothing is concluded where the file is no Python", () => {
  expect(standing(`names = ["password", "${random}"]\n${"} else {\nconst x = () => 1;\n".repeat(3)}`)).toEqual(["reported"]);
  expect(standing(`password: "${random}"\n- a: b`)).toEqual(["reported"]);
});

it("nothing is concluded of what nobody wrote: a bundle of one line, a file of data", () => {
  const list = `names = ["user", "password", "${random}"]`;
  expect(standing(`${list}\nx = "${"ab ".repeat(3_000)}"`)).toEqual(["reported"]);
  expect(standing(`${list}\n${"x = 1\n".repeat(100_000)}`)).toEqual(["reported"]);
});
