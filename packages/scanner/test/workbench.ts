import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ScanResult } from "@muster/contract";
import { onTestFinished } from "vitest";
import { scan, type ScanEvent, type ScanRequest } from "../src/index.ts";

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "muster-scan-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a folder. */
export function writeTree(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Waits until the times of files written just now can be relied on. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 150);
  });
}

export function tree(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = join(temporaryFolder(), "shop");
  mkdirSync(root);
  writeTree(root, files);
  return root;
}

let plugins = 0;

/** Writes a plugin's module. Threads import it too, so it is a file; `fields` are those of the plugin object. */
export function pluginFile(name: string, fields: string, before = ""): string {
  const file = join(temporaryFolder(), `plugin-${plugins++}.mjs`);
  writeFileSync(file, `${before}\nexport default { contract: 1, name: ${JSON.stringify(name)}, version: "1", ${fields} };\n`);
  return pathToFileURL(file).href;
}

/** Counts the lines of Python files, and reports those with the word `bad`. */
export function wordsPlugin(name = "words"): string {
  return pluginFile(
    name,
    `
    extractors: [{ name: "${name}/lines", version: "1", wants: { extensions: [".py"] }, when: "always",
      extract: ({ text }) => { const at = text().split("\\n").findIndex((line) => line.includes("bad")); return at === -1 ? undefined : { line: at + 1 }; } }],
    analysis: { uses: ["${name}/lines"],
      rules: [{ meta: { id: "${name}/bad", title: "Bad word", why: "It is bad.", mend: "Take it out.", messages: { found: "A bad word in {path}." }, controls: ["SECRET-01"], owasp: [], cwe: [], severity: "high", confidence: "high", stability: "stable" },
        *judge(input) { for (const { path, fact } of input.facts("${name}/lines")) yield { message: "found", data: { path }, span: { path, line: fact.line, column: 1, endLine: fact.line, endColumn: 2 }, symbol: "", identity: "bad", proof: [] }; } }],
      controls: [{ control: "SECRET-01", *judge(input) { const { length } = input.facts("${name}/lines"); yield length === 0 ? { status: "pass", reason: "No bad word.", proof: [] } : { status: "fail", reason: length + " bad words.", proof: [] }; } }] }`,
  );
}

/**
 * A framework of four words, whose routes are lines `route GET /path`, and whose modules take in others by lines
 * `use other.py`. Each endpoint is judged by a rule and a control.
 */
export function routesPlugin(change: { readonly link?: string; readonly rules?: string } = {}): string {
  return pluginFile(
    "routes",
    `
    extractors: [{ name: "routes/module", version: "1", wants: { extensions: [".py"] }, when: "on-demand",
      extract: ({ text }) => ({ routes: text().split("\\n").flatMap((line, index) => { const [, method, path] = /^route (\\w+) (\\S+)/.exec(line) ?? []; return method ? [{ method, path, line: index + 1 }] : []; }), uses: [...text().matchAll(/^use (\\S+)/gm)].map((match) => match[1]) }) }],
    frameworks: [{ name: "four", language: "four", hints: ["fourwords"] }],
    linkers: [{ name: "four", version: "1", language: "four", extensions: [".py"], extractor: "routes/module", link: ${change.link ?? "link"} }],
    analysis: { uses: [], rules: ${change.rules ?? "[rule]"}, controls: [{ control: "AUTHN-01", *judge(input) { for (const { id } of input.endpoints) yield { endpoint: id, status: "fail", reason: "Nobody is asked.", proof: [] }; yield { status: "pass", reason: "All were looked at.", proof: [] }; } }] }`,
    `
    const span = (path, line) => ({ path, line, column: 1, endLine: line, endColumn: 2 });
    export const rule = { meta: { id: "routes/open", title: "Open", why: "Open.", mend: "Close it.", messages: { open: "{method} {path} is open." }, controls: ["AUTHN-01"], owasp: [], cwe: [], severity: "high", confidence: "high", stability: "stable" },
      *judge(input) { for (const { id, method, path, span } of input.endpoints) if (!input.isApprovedPublic({ method, path })) yield { message: "open", data: { method, path }, span, symbol: "", identity: method + path, endpoint: id, proof: [] }; } };
    async function link(input) {
      const known = new Map(), missed = new Set();
      let wanted = [...input.hints.keys()];
      while (wanted.length > 0) {
        input.progress("loading " + wanted.length);
        const facts = await input.demand(wanted);
        for (const path of wanted) { const fact = facts.get(path); if (fact === undefined) missed.add(path); else known.set(path, fact); }
        wanted = [...new Set([...known.values()].flatMap((fact) => fact.status === "known" ? fact.fact.uses : []))].filter((path) => !known.has(path) && !missed.has(path));
      }
      const endpoints = [], unresolved = [];
      for (const [path, fact] of [...known].sort()) {
        if (fact.status === "failed") unresolved.push({ what: "module", reason: fact.reason, span: span(path, 1) });
        else for (const route of fact.fact.routes) endpoints.push({ id: route.method + route.path + path, application: "app", method: route.method, path: route.path, handler: { symbol: "", span: span(path, route.line) }, span: span(path, route.line), posture: "public", proof: [], guards: [], parameters: [], hidden: false, deprecated: false, conditions: [], tags: [] });
      }
      return { applications: [{ id: "app", framework: "four", name: "app", folder: "", span: span("app.py", 1) }], endpoints, coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: endpoints.length, unresolved: 0 }, unresolved }, consulted: [...known.keys()], missed: [...missed], trace: () => undefined };
    }`,
  );
}

export interface Scanned {
  readonly result: ScanResult;
  readonly events: readonly ScanEvent[];
}

export async function scanAll(request: Omit<ScanRequest, "plugins"> & { readonly plugins: readonly string[] }): Promise<Scanned> {
  const running = scan({ threads: 2, ...request, plugins: request.plugins.map((specifier) => ({ specifier })) });
  const events: ScanEvent[] = [];
  for await (const event of running) events.push(event);
  return { result: await running.result, events };
}

/** Outcomes that say something, without those of plugins that did their work. */
export function troubles(result: ScanResult): string[] {
  return result.outcomes.filter((outcome) => outcome.status !== "complete").map(({ stage, plugin, path, status, reason }) => [stage, plugin, path, status, reason].filter((part) => part !== undefined).join(" | "));
}

/** Whether files were read and endpoints linked, or all was known. */
export function work({ events }: Scanned): { readonly read: boolean; readonly linked: boolean } {
  return { read: events.some(({ kind }) => kind === "read"), linked: events.some((event) => event.kind === "stage" && event.stage === "link") };
}

export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", ["-c", "user.name=Shop", "-c", "user.email=shop@example.org", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", ...args], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
