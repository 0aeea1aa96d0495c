import { createSecretKey } from "node:crypto";
import { compileRules, type Engine, loadEngine } from "@muster/patterns";
import { loadPythonParser } from "@muster/python/literals";
import { describe, expect, it } from "vitest";
import type { SecretFact } from "./candidate.ts";
import { formats } from "./formats.ts";
import { type Finder, scanSecrets } from "./scan-secrets.ts";

/** What patterns did: how often one was begun, and how long the matches were together. */
const done = { begun: 0, matched: 0 };

/** The portable engine, which is the slower one, and what it did. */
function counted(engine: Engine): Engine {
  return {
    ...engine,
    compile: (source, ignoreCase) => {
      const compiled = engine.compile(source, ignoreCase);
      return {
        find: (bytes, from) => {
          const hit = compiled.find(bytes, from);
          done.begun++;
          done.matched += hit === undefined ? 0 : hit.end - hit.start;
          return hit;
        },
      };
    },
  };
}

const hashKey = createSecretKey(Buffer.alloc(32));
const finder: Finder = {
  rules: compileRules(formats, counted(await loadEngine({ engine: "portable" }))),
  formats: new Map(formats.map((format) => [format.id, format])),
  python: await loadPythonParser(),
};

interface Spent {
  readonly fact: SecretFact | undefined;
  readonly begun: number;
  readonly matched: number;
  /** Of the processor, which other work on the machine takes nothing from. */
  readonly seconds: number;
}

function scan(content: Buffer): Spent {
  Object.assign(done, { begun: 0, matched: 0 });
  const used = process.threadCpuUsage();
  const fact = scanSecrets(content, finder, hashKey);
  const { user, system } = process.threadCpuUsage(used);
  return { fact, ...done, seconds: (user + system) / 1e6 };
}

/** What is bounded takes as long for either, or twice as long for the longer one; what is not takes four times as long. */
const [shorter, longer] = [1_000_000, 2_000_000];
/** What a file of this length and its decoded windows may take from patterns together, whatever they hold: what twice thirty-two megabytes of budget pay for. */
const [mostBegun, mostMatched] = [1_000_000, 6 * 1024 * 1024];

const keywords = [...new Set(formats.flatMap((format) => format.keywords))];
const examples = formats.flatMap((format) => format.examples().map(({ text }) => text));
const encoded = (text: string): string => Buffer.from(text).toString("base64");

describe("a file ends within bounds that do not grow with what it holds, and is looked at to its end or says that it was not", () => {
  it.each<[string, string, boolean]>([
    ["one minified line", `${"function a(b,c){return b.d===c?{e:b.t}:null}".repeat(8)}var x={secret:d("e"),apiKey:f.g};`, true],
    ["one line of keywords", `${keywords.join(" ")} `, false],
    ["keywords, one a line", `${keywords.join("\n")}\n`, false],
    ["names without a value", "password = ", false],
    ["every example, one a line", examples.join(""), false],
    ["beginnings of private keys", "-----BEGIN PRIVATE KEY-----\n", true],
    ["beginnings of web tokens", "eyJhbGciOi.", true],
    ["URLs that never end", "http://a:b", true],
    ["names and values without an end", "password=1&", false],
    ["allowed secrets", 'password = "Tr0ub4dor&3xyz" # gitleaks:allow Tr0ub4dor&3xyz\n', false],
    ["Python that is all secrets", 'import os\npassword = "Tr0ub4dor&3xyz"\n', false],
    ["a tuple of secrets", `x = (${"\"password\", \"Tr0ub4dor&3xyz\", ".repeat(8000)})\n`, false],
    ["base64 of base64", `${encoded(`${encoded("password: ".repeat(50))} password `)} `, false],
    ["escapes", "\\u0070assword=1\\u0026", false],
    ["base64 of keywords", `${encoded(`${keywords.join(" ")} password`.repeat(8))} `, false],
  ])("%s", (_, unit, isComplete) => {
    const half = scan(Buffer.alloc(shorter, unit));
    const { fact, begun, matched, seconds } = scan(Buffer.alloc(longer, unit));
    expect(begun).toBeLessThan(mostBegun);
    expect(matched).toBeLessThan(mostMatched);
    expect(seconds, `${half.seconds} s for half of it`).toBeLessThan(half.seconds * 3 + 0.3);
    expect(fact?.complete ?? true).toBe(isComplete);
    expect((fact?.candidates.length ?? 0) + (fact?.suppressed.length ?? 0)).toBeLessThanOrEqual(2000);
  });
});

it("one minified line of fifty megabytes takes few patterns, and is looked at to its end", () => {
  const content = Buffer.alloc(50_000_000, "function a(b,c){return b.d===c?{e:b.t}:null}");
  for (let at = 0; at < content.length; at += 50_000) content.write('var x={secret:d("e"),apiKey:f.g};', at);
  content.write(`stripe="${["sk", "live", "51Hb3kQ9zRwXy7PtLmVn8Dc2"].join("_")}";`, content.length - 100);
  const { fact, begun } = scan(content);
  expect(begun).toBeLessThan(10_000);
  expect(fact?.complete ?? true).toBe(true);
  expect(fact?.candidates.map(({ format }) => format)).toEqual(["stripe-secret-key"]);
});
