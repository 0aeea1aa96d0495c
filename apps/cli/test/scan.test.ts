import { readFileSync, existsSync, chmodSync, mkdirSync, readdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { ended, muster, startMuster } from "./muster.ts";
import { guarded, open } from "./shop.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

function shop(files: Readonly<Record<string, string>> = {}): TemporaryFolder {
  return new TemporaryFolder({ "shop/app.py": open, ...files });
}

describe("a scan", () => {
  test("of an application with an open endpoint prints it and ends with 1", async () => {
    using folder = shop();
    const run = await muster(["scan", "shop"], folder.path);
    expect(run.stdout).toMatch(/✓ GET +\/me +current_user/u);
    expect(run.stdout).toMatch(/○ DELETE +\/items\/\{item_id\} +no guard/u);
    expect(run.stdout).toContain("✗ ");
    expect(run.stdout).not.toContain("\u001b");
    expect(run.status).toBe(1);
  });

  test("ends with 0 below its threshold", async () => {
    using folder = shop();
    expect(await muster(["scan", "shop", "--fail-on", "none"], folder.path)).toMatchObject({ status: 0 });
    using clean = new TemporaryFolder({ "shop/app.py": guarded });
    expect(await muster(["scan", "shop"], clean.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("✓ No finding at medium or above") });
  });

  test("writes several reports at once, and the second scan writes the same bytes", async () => {
    using folder = shop();
    const args = ["scan", "shop", "--format", "json", "--output", "a.json", "--output", "b.sarif", "--format", "terminal", "-o", "c.txt", "--format", "openapi", "-o", "d.json"];
    const run = await muster(args, folder.path);
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr.match(/wrote /gu)).toHaveLength(4);
    const first = ["a.json", "b.sarif", "c.txt", "d.json"].map((name) => readFileSync(folder.at(name), "utf8"));
    expect(JSON.parse(first[0] ?? "")).toMatchObject({ schema: "muster.scan/1", endpoints: expect.arrayContaining([expect.objectContaining({ method: "GET", path: "/me", posture: "protected" }), expect.objectContaining({ method: "DELETE", posture: "public" })]) });
    expect(JSON.parse(first[1] ?? "")).toMatchObject({ version: "2.1.0" });
    expect(first[2]).toContain("ENDPOINTS");
    expect(JSON.parse(first[3] ?? "")).toMatchObject({ openapi: "3.1.0" });
    await muster([...args, "--no-cache", "--threads", "1"], folder.path);
    expect(["a.json", "b.sarif", "c.txt", "d.json"].map((name) => readFileSync(folder.at(name), "utf8"))).toEqual(first);
    expect(readdirSync(folder.path).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("colours where it is told to", async () => {
    using folder = shop();
    expect((await muster(["scan", "shop"], folder.path, { env: { FORCE_COLOR: "1" } })).stdout).toContain("\u001b[");
    expect((await muster(["scan", "shop"], folder.path, { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).stdout).not.toContain("\u001b[");
  });

  test("shows a secret redacted, in every format, and never its line", async () => {
    const token = ["sk", "live", "51Hb3kQ9zRwXy7PtLmVn8Dc2"].join("_");
    using folder = shop({ "shop/settings.py": `TOKEN = "${token}"\n` });
    for (const format of ["terminal", "json", "sarif"]) {
      const run = await muster(["scan", "shop", "--format", format], folder.path);
      expect(run.stdout).not.toContain(token);
      expect(run.stdout).toContain("settings.py");
    }
  });
});

test("what is printed as JSON is valid against the published schema", async () => {
  using folder = shop({ "shop/broken.py": "def (:\n", "shop/mounts.py": "from app import app\napp.mount('/x', unknown())\n", "shop/muster.config.json": '{ "rules": { "auth/public-read": "low" } }' });
  const run = await muster(["scan", "shop", "--format", "json"], folder.path);
  const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(new URL("../../../schemas/scan-result.schema.json", import.meta.url), "utf8")));
  validate(JSON.parse(run.stdout));
  expect(validate.errors).toBeNull();
});

describe("a configuration in the scanned folder", () => {
  test("can switch rules off and approve endpoints, and every report says so", async () => {
    const configuration = { rules: { "auth/public-write": "off", "auth/public-read": "info" }, public: [{ method: "DELETE", path: "/items/*", reason: "a demonstration", owner: "ann", expires: "2999-12-31" }] };
    using folder = shop({ "shop/muster.config.json": JSON.stringify(configuration) });
    const run = await muster(["scan", "shop"], folder.path);
    expect(run.stdout).not.toContain("auth/public-write ·");
    const said = run.stdout.replaceAll(/\s+/gu, " ");
    expect(said).toContain("from the repository (muster.config.json): 1 rule off (auth/public-write); 1 severity changed (auth/public-read: info); 1 endpoint pattern approved public (DELETE /items/*)");
    const json = await muster(["scan", "shop", "--format", "json"], folder.path);
    expect(JSON.parse(json.stdout)).toMatchObject({ configuration: { origin: "repository", rulesOff: ["auth/public-write"] } });
  });

  test("that names a rule that there is not is refused", async () => {
    using folder = shop({ "shop/muster.config.json": '{ "rules": { "auth/public-wrte": "off" } }' });
    expect(await muster(["scan", "shop"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("Did you mean auth/public-write?") });
  });

  test("gives way to one that the operator names", async () => {
    using folder = shop({ "shop/muster.config.json": '{ "failOn": "none" }', "own.json": '{ "failOn": "low" }' });
    expect((await muster(["scan", "shop"], folder.path)).status).toBe(0);
    expect((await muster(["scan", "shop", "--config", "own.json"], folder.path)).status).toBe(1);
  });
});

describe("a folder with little in it", () => {
  test("without Python is scanned, and the report says that no endpoint was found", async () => {
    using folder = new TemporaryFolder({ "docs/readme.md": "# Nothing here\n" });
    expect(await muster(["scan", "docs"], folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("None: no application") });
    expect((await muster(["scan", "docs"], folder.path)).stdout).toContain("no endpoint was found.");
  });

  test("that is empty, or emptied by a configuration, is refused: nothing must not look clean", async () => {
    using folder = new TemporaryFolder({ "full/app.py": open, "all.json": '{ "paths": { "exclude": ["**"] } }' });
    mkdirSync(folder.at("empty"));
    expect(await muster(["scan", "empty"], folder.path)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("it holds no file") });
    expect(await muster(["scan", "full", "--config", "all.json"], folder.path)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("all.json includes and excludes") });
  });
});

describe("explain", () => {
  test("prints the proof of an endpoint with its code", async () => {
    using folder = shop();
    const run = await muster(["explain", "GET /me", "shop"], folder.path);
    expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining("WHY IT IS PROTECTED") });
    expect(run.stdout).toContain("raise HTTPException(status_code=401)");
  });

  test("of an unknown endpoint names those that look alike", async () => {
    using folder = shop();
    expect(await muster(["explain", "DELETE /item/{id}"], folder.path, { cwd: folder.at("shop") })).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("DELETE /items/{item_id}") });
  });
});

test("an inventory holds endpoints and no findings", async () => {
  using folder = shop();
  const text = await muster(["inventory", "shop"], folder.path);
  expect(text).toMatchObject({ status: 0, stdout: expect.stringContaining("/items/{item_id}") });
  expect(text.stdout).not.toContain("FINDINGS");
  const openapi = await muster(["inventory", "shop", "--format", "openapi"], folder.path);
  expect(JSON.parse(openapi.stdout)).toMatchObject({ openapi: "3.1.0", paths: { "/me": { get: { "x-muster-posture": "protected" } } } });
});

test("rules are listed, and each has a page", async () => {
  using folder = new TemporaryFolder();
  expect(await muster(["rules"], folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("auth/public-write") });
  expect(await muster(["rules", "auth/public-write"], folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("MEND") });
  expect(await muster(["rules", "auth/public-wrte"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("Did you mean auth/public-write?") });
});

test("a reader that goes away is no error", async () => {
  using folder = shop();
  const child = startMuster(["scan", "shop"], folder.path);
  child.stdout?.destroy();
  const run = await ended(child);
  expect(run.stderr).not.toContain("EPIPE");
  expect(run.status).toBe(1);
});

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)("a folder that may not be written is told before the scan", async () => {
  using folder = shop({ "locked/keep": "" });
  chmodSync(folder.at("locked"), 0o500);
  expect(await muster(["scan", "shop", "-o", "locked/a.json"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("(EACCES)") });
});

/** Its extractor tells that it began, and then keeps its worker for half a minute. */
const slowPlugin = `import { writeFileSync } from "node:fs";
export default {
  contract: 1, name: "slow", version: "1",
  extractors: [{
    name: "slow/wait", version: "1", wants: { extensions: [".py"] }, when: "always",
    extract() {
      writeFileSync(new URL("./began", import.meta.url), "");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30_000);
      return undefined;
    },
  }],
};
`;

describe.skipIf(process.platform === "win32")("Ctrl-C", () => {
  test("ends a scan with 130, and the next scan is as ever", async () => {
    using folder = shop({ "slow/slow.mjs": slowPlugin, "slow.json": '{ "plugins": { "slow": { "from": "./slow/slow.mjs" } } }' });
    const child = startMuster(["scan", "shop", "--config", "slow.json", "--trust-config"], folder.path);
    const end = ended(child);
    while (!existsSync(folder.at("slow/began")) && child.exitCode === null) await wait(20);
    child.kill("SIGINT");
    expect(await end).toMatchObject({ status: 130, stdout: "" });
    const after = await muster(["scan", "shop", "--format", "json"], folder.path);
    const uncached = await muster(["scan", "shop", "--format", "json", "--no-cache"], folder.path);
    expect(after).toEqual(uncached);
  });
});

test("a plugin that the operator trusts takes part; one that does not fit is refused by name", async () => {
  const plugin = (contract: number): string => `export default { contract: ${contract}, name: "own", version: "1" };\n`;
  using folder = shop({ "own.mjs": plugin(1), "odd.mjs": plugin(99), "own.json": '{ "plugins": { "own": { "from": "./own.mjs" } } }', "odd.json": '{ "plugins": { "odd": { "from": "./odd.mjs" } } }' });
  const run = await muster(["scan", "shop", "--config", "own.json", "--trust-config", "--format", "json"], folder.path);
  expect(JSON.parse(run.stdout).plugins).toContainEqual({ name: "own", version: "1" });
  expect(await muster(["scan", "shop", "--config", "odd.json", "--trust-config"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("own") });
});

test("a guard that the operator describes protects, and every report says that it is described", async () => {
  const code = 'from acme_auth import require_user\nfrom fastapi import Depends, FastAPI\napp = FastAPI(openapi_url=None)\n@app.get("/a", dependencies=[Depends(require_user)])\ndef a(): ...\n';
  const config = { guards: [{ name: "acme_auth.require_user", form: "call", credential: "http-bearer", reason: "Lives in the acme-auth package." }] };
  using folder = new TemporaryFolder({ "shop/main.py": code, "own.json": JSON.stringify(config) });
  const run = await muster(["scan", "shop", "--config", "own.json"], folder.path);
  expect(run.stdout).toContain("1 guard described, not followed (acme_auth.require_user)");
  const json = await muster(["scan", "shop", "--config", "own.json", "--format", "json"], folder.path);
  expect(JSON.parse(json.stdout)).toMatchObject({ endpoints: [{ posture: "protected" }], configuration: { describedGuards: [{ name: "acme_auth.require_user" }] } });
});

test("a small plugin says in Python what a guard of a company's own package does", async () => {
  const code = 'from acme_auth import require_user\nfrom fastapi import Depends, FastAPI\napp = FastAPI(openapi_url=None)\n@app.get("/a", dependencies=[Depends(require_user)])\ndef a(): ...\n';
  const plugin = 'export default { contract: 1, name: "acme", version: "1", frameworks: [{ name: "acme", language: "python", applications: [], hints: [], library: new URL("./library/", import.meta.url) }] };\n';
  const guard = 'from muster import caller, refuse, stranger\n\n\ndef require_user():\n    if stranger("http-bearer"):\n        refuse(401)\n    return caller("http-bearer")\n';
  using folder = new TemporaryFolder({ "shop/main.py": code, "acme/plugin.mjs": plugin, "acme/library/acme_auth/__init__.py": guard, "own.json": '{ "plugins": { "acme": { "from": "./acme/plugin.mjs" } } }' });
  const run = await muster(["scan", "shop", "--config", "own.json", "--trust-config", "--format", "json"], folder.path);
  expect(JSON.parse(run.stdout)).toMatchObject({ endpoints: [{ posture: "protected", guards: [{ name: "acme_auth.require_user" }] }] });
});
