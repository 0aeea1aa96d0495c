import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { muster } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

/** Finds `verify=False`, and mends it in the way that is asked for. */
const plugin = (text: string): string => `
const meta = { id: "acme/unverified", title: "t", why: "w", mend: "m", messages: { off: "Not verified." }, controls: ["MTLS-01"], owasp: [], cwe: [], severity: "high", confidence: "high", stability: "stable" };
export default { contract: 1, name: "acme", version: "1",
  extractors: [{ name: "acme/lines", version: "1", wants: { extensions: [".py"] }, when: "always",
    extract: ({ text }) => { const found = text().split(/\\r\\n|\\n/).flatMap((line, index) => { const at = line.indexOf("verify=False"); return at < 0 ? [] : [{ line: index + 1, column: at + 1 }]; }); return found.length > 0 ? found : undefined; } }],
  analysis: { uses: ["acme/lines"], controls: [], rules: [{ meta, *judge(input) {
    for (const { path, fact } of input.facts("acme/lines")) for (const { line, column } of fact) {
      const span = { path, line, column, endLine: line, endColumn: column + 12 };
      yield { message: "off", span, symbol: "", identity: "", proof: [], fix: { title: "Verify the certificate", edits: [{ span, text: ${JSON.stringify(text)} }] } };
    } } }] } };
`;

const client = 'import requests\n\nrequests.get("https://a", verify=False)\nrequests.get("https://b", verify=False)\n';

function shop(files: Readonly<Record<string, string>> = {}, text = "verify=True"): TemporaryFolder {
  return new TemporaryFolder({ "shop/client.py": client, "plugin.mjs": plugin(text), "muster.json": '{ "plugins": { "acme": { "from": "./plugin.mjs" } } }', ...files });
}

const args = (...more: readonly string[]): readonly string[] => ["fix", "shop", "--config", "muster.json", "--trust-config", "--only", "acme/unverified", ...more];

test("fix shows a diff that git applies, and writes nothing", async () => {
  using folder = shop();
  const run = await muster(args(), folder.path);
  expect(run).toMatchObject({ status: 0, stderr: expect.stringContaining("Nothing was written. --apply writes 2 mends into 1 file.") });
  expect(run.stdout).toContain("Verify the certificate");
  expect(run.stdout).toContain('-requests.get("https://a", verify=False)\n-requests.get("https://b", verify=False)\n+requests.get("https://a", verify=True)\n');
  expect(run.stdout).not.toContain("\u001b");
  expect(readFileSync(folder.at("shop/client.py"), "utf8")).toBe(client);
  writeFileSync(folder.at("mend.patch"), run.stdout);
  execFileSync("git", ["apply", "../mend.patch"], { cwd: folder.at("shop") });
  expect(readFileSync(folder.at("shop/client.py"), "utf8")).toBe(client.replaceAll("False", "True"));
});

test("fix --apply writes, keeps line ends and modes, and proves it by a second scan", async () => {
  using folder = shop({ "shop/run.py": client.replaceAll("\n", "\r\n") });
  chmodSync(folder.at("shop/run.py"), 0o755);
  const run = await muster(args("--apply"), folder.path);
  expect(run).toMatchObject({ status: 0, stderr: expect.stringContaining("Wrote 4 mends. A second scan proves 4 of them.") });
  expect(readFileSync(folder.at("shop/run.py"), "utf8")).toBe(client.replaceAll("False", "True").replaceAll("\n", "\r\n"));
  expect(statSync(folder.at("shop/run.py")).mode & 0o777).toBe(0o755);
  expect(await muster(args("--apply"), folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("nothing that can be mended mechanically") });
});

test("a mend that does not hold is told, with status 1", async () => {
  using folder = shop({}, "verify=False ");
  const run = await muster(args("--apply"), folder.path);
  expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining("A second scan proves only 0 of them.") });
  expect(run.stderr).toContain("Still found:\n  client.py:3  acme/unverified  Not verified.");
});

test("a file that is not UTF-8 is refused, and nothing is written", async () => {
  using folder = shop();
  writeFileSync(folder.at("shop/old.py"), Buffer.concat([Buffer.from("# coding: latin-1\nx = '\u00e9'\nget(verify=False)\n", "latin1")]));
  expect(await muster(args("--apply"), folder.path)).toMatchObject({ status: 3, stderr: expect.stringContaining("old.py is not UTF-8: nothing was changed.") });
  expect(readFileSync(folder.at("shop/client.py"), "utf8")).toBe(client);
});

test("a name that is neither rule nor finding is refused", async () => {
  using folder = shop();
  expect(await muster(["fix", "shop", "--config", "muster.json", "--trust-config", "--only", "acme/unverifed"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("Did you mean acme/unverified?") });
});
