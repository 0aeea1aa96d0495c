import { describe, expect, it } from "vitest";
import type { Json } from "@muster/contract";
import { candidates } from "./extractor.ts";
import type { SecretFact } from "./candidate.ts";
import { alnum, either, hex, sampleOf } from "./part.ts";
import { stripe } from "./vendors/stripe.ts";
import { github } from "./vendors/github.ts";

const options: Json = { engine: "portable", hashKey: "00".repeat(32) };
await candidates.prepare?.(options);

function scan(content: string | Buffer, given: Json = options): SecretFact | undefined {
  const bytes = Buffer.from(content);
  return candidates.extract({ file: { path: "a.py", size: bytes.length, role: "source" }, bytes, text: () => bytes.toString("utf8"), options: given });
}

const token = github.formats[0]?.examples()[0]?.secret ?? "";
const key = stripe.formats[0]?.examples()[0]?.secret ?? "";
const random = sampleOf([alnum(24)]);

it("a file without secrets yields no fact", () => {
  expect(scan("def handler():\n    return {}\n")).toBeUndefined();
  expect(scan("")).toBeUndefined();
});

it("a token is placed, redacted and hashed, and is not in the fact itself", () => {
  const fact = scan(`x = 1\n# é 😀 ${token}\n`);
  expect(fact?.candidates).toEqual([
    { format: "github-token", title: "GitHub token", kind: "provider-token", confidence: "high", form: "token", line: 2, column: 8, endLine: 2, endColumn: 48, redacted: "ghp_… (40 characters)", hash: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ]);
  expect(JSON.stringify(fact)).not.toContain(token.slice(6));
});

it("the hash depends on the value and on the key, not on the place", () => {
  const hash = (text: string, given?: Json) => scan(text, given)?.candidates[0]?.hash;
  const other: Json = { engine: "portable", hashKey: "11".repeat(32) };
  expect(hash(`a = "${token}"`)).toBe(hash(`\n\n${token}`));
  expect(hash(token)).not.toBe(hash(key));
  expect(hash(token)).not.toBe(hash(token, other));
});

it("a token whose checksum does not hold is counted, not reported", () => {
  expect(scan(`${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}\n`)).toMatchObject({ candidates: [], suppressed: [{ why: "checksum" }] });
});

it("the particular format has the text, not the general one", () => {
  expect(scan(`api_key = "${key}"`)?.candidates.map((candidate) => candidate.format)).toEqual(["stripe-secret-key"]);
});

describe("an assignment", () => {
  const kinds = (text: string) => scan(text)?.candidates.map((candidate) => candidate.format) ?? [];

  it.each([`password = "${random}"`, `password: str = '${random}'`, `{"client_secret": "${random}"}`, `os.getenv("SECRET_KEY", "${random}")`, `SECRET = SecretStr("${random}")`, `DB_PASSWORD=${random}`])("of a random literal is reported: %#", (text) => {
    expect(kinds(text)).toEqual(["generic-assignment"]);
  });

  it("may be of a long literal, in quotes and without, but not of a document", () => {
    const long = sampleOf([alnum(1000)]);
    expect(kinds(`refresh_token = "${long}"`)).toEqual(["generic-assignment"]);
    expect(kinds(`REFRESH_TOKEN=${long}\n`)).toEqual(["generic-assignment"]);
    expect(kinds(`refresh_token = "${long}${random}x"`)).toEqual([]);
  });

  it.each([
    'password = os.environ["PASSWORD"]',
    "password = get_password(user)",
    "token = request.headers.authorization",
    'password = "changeme"',
    'password = "your-password-here"',
    'api_key = "${API_KEY}"',
    'api_key = f"{prefix}-{key}"',
    'secret = "{{ vault.secret }}"',
    'TOKEN_URL = "https://auth.internal/oauth/token"',
    'password_field = "user_password"',
    'token_type = "bearer-0123456789"',
    'AUTH_TOKEN_HEADER = "X-Service-Auth-Token"',
    'password = "Enter your password: 12345"',
    'hashed_password = "$2b$12$abcdefghijklmnopqrstuv0123456789abcdefghijklmnopqrstu"',
    'secret = "xxxxxxxxxxxxxxxxxxxx"',
    "${DB_PASSWORD:?DB_PASSWORD is required}",
  ])("of something else is not: %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe("a URL with credentials", () => {
  const kinds = (text: string) => scan(text)?.candidates.map((candidate) => candidate.kind) ?? [];

  it("is a connection string where its scheme is a database's", () => {
    expect(kinds(`postgresql+asyncpg://app:${random}@db.internal/app`)).toEqual(["connection-string"]);
    expect(kinds(`https://app:${random}@files.internal/app`)).toEqual(["credentials-in-url"]);
  });

  it.each(["postgres://postgres:postgres@localhost/app", "https://user:${PASSWORD}@host/", "http://localhost:8000/x@y", "mysql://user:password@example.com/db", "postgresql://{user}:{password}@{host}/db"])("is not reported where the password is none: %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe("an inline comment", () => {
  it.each(["# muster:allow-secret a made-up token", "# gitleaks:allow", "# pragma: allowlist secret", "# nosec B105", "# noqa: S105", "// secretlint-disable-line"])("allows the secret on its line: %s", (comment) => {
    expect(scan(`x = "${token}"  ${comment}\n`)).toMatchObject({ candidates: [], suppressed: [{ why: "allowed" }] });
  });

  it("of ours without a reason does not", () => {
    expect(scan(`x = "${token}"  # muster:allow-secret\n`)?.candidates).toHaveLength(1);
  });

  it("on another line does not", () => {
    expect(scan(`# gitleaks:allow\nx = "${token}"\n`)?.candidates).toHaveLength(1);
  });
});

describe("bytes of every kind", () => {
  it("UTF-16 is read, with its own columns", () => {
    expect(scan(Buffer.from(`\uFEFFa\nb ${token}\n`, "utf16le"))?.candidates[0]).toMatchObject({ line: 2, column: 3 });
  });

  it("invalid UTF-8 beside a token does not hide it", () => {
    expect(scan(Buffer.concat([Buffer.from([0xff, 0xe9, 0x20]), Buffer.from(token)]))?.candidates).toHaveLength(1);
  });

  it("a binary file yields no fact", () => {
    expect(scan(Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from(token)]))).toBeUndefined();
  });

  it("a byte order mark is no column", () => {
    expect(scan(`\uFEFF${token}`)?.candidates[0]).toMatchObject({ line: 1, column: 1 });
  });

  it("a token in the middle of a line of five million bytes is found", () => {
    expect(scan(`${"x ".repeat(1_250_000)}${token}${" x".repeat(1_250_000)}`)?.candidates[0]).toMatchObject({ line: 1, column: 2_500_001 });
  });

  it("candidates beyond the first thousand are counted", () => {
    const lines = Array.from({ length: 1200 }, (_, index) => sampleOf([either("dop_v1_"), hex(64)], index));
    expect(scan(lines.join("\n"))).toMatchObject({ more: 200, complete: true });
  });
});

describe("a private key", () => {
  const body = Array.from({ length: 4 }, (_, index) => sampleOf([alnum(64)], index));
  const armour = (what: string, lines: readonly string[], end = "\n"): string => [["-----BEGIN", `${what}-----`].join(" "), ...lines, ["-----END", `${what}-----`].join(" ")].join(end);

  it.each(["PRIVATE KEY", "RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK"])("of the form %s is found", (what) => {
    expect(scan(armour(what, body))?.candidates[0]).toMatchObject({ kind: "private-key", redacted: expect.stringMatching(/^… \(\d+ characters\)$/) });
  });

  it("inside a string literal is found", () => {
    expect(scan(JSON.stringify({ key: armour("PRIVATE KEY", body) }))?.candidates).toHaveLength(1);
  });

  it("that is a placeholder, or public, is not", () => {
    expect(scan(armour("PRIVATE KEY", ["..."]))?.candidates).toEqual([]);
    expect(scan(armour("PUBLIC KEY", body))).toBeUndefined();
  });
});

describe("what only looks like a token", () => {
  it("in a block of base64 is none", () => {
    const line = sampleOf([alnum(64)]);
    const token = `AKIA${sampleOf([alnum(16)]).toUpperCase()}`;
    const inside = `${token}${line.slice(token.length)}`;
    expect(scan(`${line}\n${inside.slice(0, 20)}+${inside.slice(21)}\n${line}\n`)?.candidates ?? []).toEqual([]);
    expect(scan(`id = ${token}\n`)?.candidates).toHaveLength(1);
  });

  it("a default of a shell's variable is as good as a value", () => {
    expect(scan(`DB_PASSWORD: \${DB_PASSWORD:-${random}}\n`)?.candidates).toHaveLength(1);
    expect(scan("DB_PASSWORD: ${DB_PASSWORD:-postgres}\n")?.candidates ?? []).toEqual([]);
  });

  it("an asset of a chain is public", () => {
    expect(scan('token = "eip155:1/erc20:0x6B3595068778DD592e39A122f4f5a5cF09C90fE2"\n')?.candidates ?? []).toEqual([]);
  });
});
