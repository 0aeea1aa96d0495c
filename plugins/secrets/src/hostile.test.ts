import type { Json } from "@muster/contract";
import { describe, expect, it } from "vitest";
import { candidates } from "./extractor.ts";
import { formats } from "./formats.ts";

const options: Json = { engine: "portable", hashKey: "00".repeat(32) };
await candidates.prepare?.(options);

const bytes = 2_000_000;
/**
 * What is bounded takes a few seconds, on a slow machine beside other work a dozen; what is not takes minutes. The host ends a
 * thread after ten seconds for one file, and says so.
 */
const processorSeconds = 40;

const keywords = [...new Set(formats.flatMap((format) => format.keywords))];
const examples = formats.flatMap((format) => format.examples().map(({ text }) => text));
const encoded = (text: string): string => Buffer.from(text).toString("base64");

describe("a file of two megabytes ends within a bound, and is looked at to its end or says that it was not", () => {
  it.each<[string, string, boolean]>([
    ["one minified line", `${"function a(b,c){return b.d===c?{e:b.t}:null}".repeat(8)}var x={secret:d("e"),apiKey:f.g};`, true],
    ["one line of keywords", `${keywords.join(" ")} `, false],
    ["keywords, one a line", `${keywords.join("\n")}\n`, false],
    ["names without a value", "password = ", false],
    ["every example, one a line", examples.join(""), false],
    ["beginnings of private keys", "-----BEGIN PRIVATE KEY-----\n", true],
    ["beginnings of web tokens", "eyJhbGciOi.", true],
    ["URLs that never end", "http://a:b", true],
    ["allowed secrets", 'password = "Tr0ub4dor&3xyz" # gitleaks:allow Tr0ub4dor&3xyz\n', false],
    ["Python that is all secrets", 'import os\npassword = "Tr0ub4dor&3xyz"\n', false],
    ["a tuple of secrets", `x = (${"\"password\", \"Tr0ub4dor&3xyz\", ".repeat(8000)})\n`, false],
    ["base64 of base64", `${encoded(`${encoded("password: ".repeat(50))} password `)} `, true],
    ["escapes", "\\u0070assword=1\\u0026", false],
  ])("%s", (_, unit, isComplete) => {
    const content = Buffer.alloc(bytes, unit);
    const used = process.threadCpuUsage();
    const fact = candidates.extract({ file: { path: "a.txt", size: bytes, role: "source" }, bytes: content, text: () => "", options });
    const spent = process.threadCpuUsage(used);
    expect((spent.user + spent.system) / 1e6).toBeLessThan(processorSeconds);
    expect(fact?.complete ?? true).toBe(isComplete);
    expect((fact?.candidates.length ?? 0) + (fact?.suppressed.length ?? 0)).toBeLessThanOrEqual(2000);
  }, 120_000);
});

it("one minified line of fifty megabytes ends within what a file may take, and is looked at to its end", () => {
  const content = Buffer.alloc(50_000_000, "function a(b,c){return b.d===c?{e:b.t}:null}");
  for (let at = 0; at < content.length; at += 50_000) content.write('var x={secret:d("e"),apiKey:f.g};', at);
  content.write(`stripe="${["sk", "live", "51Hb3kQ9zRwXy7PtLmVn8Dc2"].join("_")}";`, content.length - 100);
  const used = process.threadCpuUsage();
  const fact = candidates.extract({ file: { path: "a.js", size: content.length, role: "source" }, bytes: content, text: () => "", options });
  const spent = process.threadCpuUsage(used);
  expect((spent.user + spent.system) / 1e6).toBeLessThan(processorSeconds);
  expect(fact?.complete ?? true).toBe(true);
  expect(fact?.candidates.map(({ format }) => format)).toEqual(["stripe-secret-key"]);
}, 120_000);
