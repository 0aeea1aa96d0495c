import { expect, it } from "vitest";
import { endOfCode } from "./code-value.ts";

/** What is left of a line behind what is passed over; undefined where nothing is. */
function left(line: string): string | undefined {
  const bytes = Buffer.from(`${line}\n`);
  const end = endOfCode(bytes, line.indexOf("token") + "token".length);
  return end === 0 ? undefined : bytes.toString("latin1", end).trimEnd();
}

it.each<[string, string]>([
  ["token = make_token(user)", "(user)"],
  ['token = request.headers.get("token")', '("token")'],
  ["token=settings[name]", "[name]"],
  ["token_of_user := service.fetch(x)", "(x)"],
  ["login(token=new_token, password=x)", " password=x)"],
  ["login(token=new_token,password='x')", "password='x')"],
  ["self.token = settings.secret", ""],
])("a name, an attribute or a call is passed over: %s", (line, rest) => {
  expect(left(line)).toBe(rest);
});

it.each([
  'token = "literal"',
  "token = SecretStr('literal')",
  "token: SecretStr = Field(default='literal')",
  "token: Optional[str] = 'literal'",
  "token: settings.Secret = 'literal'",
  "TOKEN=correcthorse",
  "token=correct.horse",
  "token = correcthorse",
  "token=s3cretvalue,",
  "token = a.b(",
  "token == other_name(",
  '{"token": user.secret}',
  "token",
  "token =",
])("what may be a text, or has one behind it, is not: %s", (line) => {
  expect(left(line.replace("TOKEN", "token"))).toBeUndefined();
});

it("looks at a bounded stretch", () => {
  expect(endOfCode(Buffer.from(`token${"_x".repeat(100)} = make_token(`), 5)).toBe(0);
  expect(endOfCode(Buffer.from(`token = ${"x".repeat(300)}(`), 5)).toBe(0);
});
