import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { routesPlugin, scanAll, settle, temporaryFolder, tree, troubles, wordsPlugin, work, type Scanned } from "./workbench.ts";

const files = { "app.py": "fourwords\nroute GET /items\n", "words.py": "bad\n" };
const cacheSays = ({ result }: Scanned): string[] => troubles(result).filter((text) => text.startsWith("cache"));
const saysTheSame = (a: Scanned, b: Scanned): boolean => JSON.stringify({ ...a.result, outcomes: [] }) === JSON.stringify({ ...b.result, outcomes: [] });

/** A request whose cache a first scan has filled. */
async function filled(): Promise<{ request: Parameters<typeof scanAll>[0]; cacheFolder: string; file: string; first: Scanned }> {
  const cacheFolder = temporaryFolder();
  const request = { root: tree(files), plugins: [routesPlugin(), wordsPlugin()], cacheFolder };
  await settle();
  const first = await scanAll(request);
  return { request, cacheFolder, file: join(cacheFolder, "cache.db"), first };
}

test.each<[string, (file: string) => void]>([
  ["that is no database", (file) => writeFileSync(file, "not a database, whatever its name says".repeat(200))],
  ["that was cut off", (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ["with bytes overwritten", (file) => {
    const bytes = readFileSync(file);
    bytes.fill(0xaa, 4_096);
    writeFileSync(file, bytes);
  }],
  ["of another program", (file) => {
    writeFileSync(file, "");
    const database = new DatabaseSync(file);
    database.exec("CREATE TABLE entry (other TEXT)");
    database.close();
  }],
])("a cache file %s is made anew, the result is the same and says so", async (_, damage) => {
  const { request, file, first } = await filled();
  damage(file);
  const second = await scanAll(request);
  expect(saysTheSame(first, second)).toBe(true);
  expect(cacheSays(second)).toEqual([expect.stringMatching(/^cache \| partial \| The cache was damaged.*: it was made anew\.$/)]);
  const third = await scanAll(request);
  expect(cacheSays(third)).toEqual([]);
  expect(work(third)).toEqual({ read: false, linked: false });
});

test.each(["fact", "tree", "model"])("a changed entry is noticed by its checksum (%s)", async (kind) => {
  const { request, file, first } = await filled();
  const database = new DatabaseSync(file);
  expect(database.prepare("UPDATE entry SET body = CAST(body || ' ' AS BLOB) WHERE kind = ?").run(kind).changes).toBeGreaterThan(0);
  // With a model to use, facts would not be looked at.
  if (kind === "fact") database.exec("DELETE FROM entry WHERE kind = 'model'");
  database.close();
  const second = await scanAll(request);
  expect(cacheSays(second)).toEqual(["cache | partial | The cache was damaged: it was made anew."]);
  expect(saysTheSame(first, second)).toBe(true);
});

test("a cache that another process keeps locked is done without, and the result says so", async () => {
  const { request, file, first } = await filled();
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE counter SET value = value");
  const second = await scanAll(request);
  expect(saysTheSame(first, second)).toBe(true);
  expect(cacheSays(second)).toEqual(["cache | partial | Another process keeps the cache locked: this scan went on without it."]);
});

test("a cache that another process writes to is read, and left as it is", async () => {
  const { request, file, first } = await filled();
  writeFileSync(join(request.root, "new.py"), "bad\n");
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  other.exec("BEGIN IMMEDIATE");
  const second = await scanAll(request);
  expect(second.result.findings).toHaveLength(first.result.findings.length + 1);
  expect(cacheSays(second)).toEqual(["cache | partial | Another process kept the cache locked: what this scan found was not kept."]);
});

test("a cache folder that is a file is done without, and the result says so", async () => {
  const cacheFolder = join(temporaryFolder(), "cache");
  writeFileSync(cacheFolder, "");
  const scanned = await scanAll({ root: tree(files), plugins: [wordsPlugin()], cacheFolder });
  expect(scanned.result.findings).toHaveLength(1);
  expect(cacheSays(scanned)).toEqual([expect.stringMatching(/^cache \| partial \| The cache could not be opened \(EEXIST.*\): this scan went on without it\. Check the folder and the space on its disk\.$/)]);
  expect(scanned.result.status).toBe("complete");
});

test.skipIf(process.platform === "win32")("a full disk ends no scan, and the result says so", async () => {
  // A process whose files may not grow beyond 48 kB: what the disk says to it is what a full one says.
  const root = tree({ ...files, ...Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`m${index}.py`, `# ${index}\nbad ${index}\n`])) });
  const script = join(temporaryFolder(), "scan.ts");
  const index = new URL("../src/index.ts", import.meta.url).href;
  const cacheFolder = temporaryFolder();
  writeFileSync(script, `import { scan } from ${JSON.stringify(index)};
    const { result } = scan({ root: ${JSON.stringify(root)}, plugins: [{ specifier: ${JSON.stringify(wordsPlugin())} }], cacheFolder: ${JSON.stringify(cacheFolder)} });
    const { findings, outcomes, status } = await result;
    process.stdout.write(JSON.stringify({ findings: findings.length, status, outcomes: outcomes.filter((outcome) => outcome.stage === "cache") }));`);
  const said = execFileSync("bash", ["-c", `ulimit -f 48; exec "$0" --conditions=@muster/source "$1"`, process.execPath, script], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  expect(JSON.parse(said)).toEqual({ findings: 401, status: "complete", outcomes: [{ stage: "cache", status: "partial", reason: "The cache could not be written, as its disk is full: what this scan found was not kept. Free some space, or name another cache folder." }] });
});

test("two scans at a time share a cache, and say the same", async () => {
  const cacheFolder = temporaryFolder();
  const request = { root: tree(files), plugins: [routesPlugin(), wordsPlugin()], cacheFolder };
  const scans = await Promise.all([scanAll(request), scanAll(request), scanAll(request)]);
  for (const other of scans) expect(JSON.stringify({ ...other.result, outcomes: [] })).toBe(JSON.stringify({ ...scans[0].result, outcomes: [] }));
});

test("a scan that is aborted leaves a cache that the next one can use", async () => {
  const { scan } = await import("../src/index.ts");
  const { request, cacheFolder } = await filled();
  for (let index = 0; index < 50; index++) writeFileSync(join(request.root, `m${index}.py`), `bad ${index}\n`);
  const stop = new AbortController();
  const running = scan({ root: request.root, plugins: request.plugins.map((specifier) => ({ specifier })), cacheFolder, signal: stop.signal });
  for await (const event of running) if (event.kind === "discovered") stop.abort();
  await expect(running.result).rejects.toThrow("abort");
  const next = await scanAll(request);
  expect(next.result.findings).toHaveLength(52);
  expect(cacheSays(next)).toEqual([]);
});

test("without a cache folder nothing is written", async () => {
  const root = tree(files);
  await scanAll({ root, plugins: [wordsPlugin()] });
  expect(readdirSync(root).sort()).toEqual(Object.keys(files).sort());
});

test("a cache folder that is not there yet is made", async () => {
  const cacheFolder = join(temporaryFolder(), "deep", "cache");
  await scanAll({ root: tree(files), plugins: [wordsPlugin()], cacheFolder });
  expect(existsSync(join(cacheFolder, "cache.db"))).toBe(true);
});

test("a cache folder inside the tree is not scanned", async () => {
  const root = tree(files);
  const request = { root, plugins: [routesPlugin(), wordsPlugin()], cacheFolder: join(root, ".muster") };
  await settle();
  const first = await scanAll(request);
  const second = await scanAll(request);
  expect(first.result.coverage.listed).toBe(2);
  expect(work(second)).toEqual({ read: false, linked: false });
});
