import type { Json } from "@muster/contract";
import { expect, it } from "vitest";
import type { SecretFact } from "./candidate.ts";
import { candidates } from "./extractor.ts";
import { alnum, base64, sampleOf } from "./part.ts";
import { github } from "./vendors/github.ts";

const options: Json = { engine: "portable", hashKey: "00".repeat(32) };
await candidates.prepare?.(options);

function scan(content: string): SecretFact | undefined {
  const bytes = Buffer.from(content);
  return candidates.extract({ file: { path: "a.yml", size: bytes.length, role: "source" }, bytes, text: () => content, options });
}
const found = (content: string) => scan(content)?.candidates.map(({ format, encoding }) => `${format} ${encoding ?? "plain"}`) ?? [];

const token = github.formats[0]?.examples()[0]?.secret ?? "";
const random = sampleOf([alnum(24)]);
const inBase64 = (text: string): string => Buffer.from(text).toString("base64");
const pem = `${["-----BEGIN", "PRIVATE KEY-----"].join(" ")}\n${sampleOf([base64(64)])}\n${["-----END", "PRIVATE KEY-----"].join(" ")}\n`;

it.each([
  ["a token", `data: ${inBase64(token)}`, "github-token base64"],
  ["a token out of step", `data: ${inBase64(`x=${token}`)}`, "github-token base64"],
  ["a token behind a path", `data:a/${inBase64(token)}`, "github-token base64"],
  ["a key of a kubeconfig", `client-key-data: ${inBase64(pem)}`, "pem-private-key base64"],
  ["an assignment", `config: ${inBase64(`password = "${random}"\n`)}`, "generic-assignment base64"],
  ["a token twice in base64", inBase64(`password: x\n${inBase64(token)}`), "github-token base64"],
])("base64 of %s is read", (_, text, expected) => {
  expect(found(text)).toEqual([expected]);
});

it("hexadecimal, percent-encoding and escapes are read", () => {
  expect(found(`x = ${Buffer.from(token).toString("hex")}`)).toEqual(["github-token hex"]);
  expect(found(`next=${encodeURIComponent(`postgres://app:${random}@db.internal/app`)}`)).toEqual(["url-credentials percent"]);
  expect(found(`{"url": "https://api.internal/?q=1\\u0026t=\\u0067${token.slice(1)}"}`)).toEqual(["github-token escapes"]);
});

it("the hash is that of the secret, however it is written", () => {
  expect(scan(`data: ${inBase64(token)}`)?.candidates[0]?.hash).toBe(scan(token)?.candidates[0]?.hash);
});

it("the place is that of the whole window", () => {
  const written = inBase64(token);
  expect(scan(`a: 1\ndata: ${written}\n`)?.candidates[0]).toMatchObject({ line: 2, column: 7, endColumn: 7 + written.replace(/=+$/, "").length });
});

it("what is legible as it stands is found once", () => {
  expect(found(`"a\\u0026b ${token}"`)).toEqual(["github-token plain"]);
});

it("bytes that are no text say nothing", () => {
  expect(found(`data: ${Buffer.concat([Buffer.from("password: "), Buffer.alloc(40, 1), Buffer.from(token)]).toString("base64")}`)).toEqual([]);
});

it("decoding ends when its budget does, and says so", () => {
  const one = inBase64(`password: ${"a b ".repeat(11_000)}`);
  expect(scan(`${one}\n`.repeat(20))?.complete ?? true).toBe(true);
  expect(scan(`${one}\n`.repeat(120))).toMatchObject({ complete: false });
});
