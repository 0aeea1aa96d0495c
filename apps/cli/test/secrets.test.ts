import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { ended, muster, startMuster, type Run } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

/** Made up, and put together here so that nobody's scanner takes this file for a leak. */
const token = ["sk", "live", "51Hb3kQ9zRwXy7PtLmVn8Dc2"].join("_");
const other = ["sk", "live", "8Zc4nWq1TsJx6VbKpRf3Gh7Y"].join("_");
const password = ["vK7#qLw9", "!tZr2"].join("");

function git(cwd: string, ...args: string[]): void {
  execFileSync("git", ["-c", "user.name=Shop", "-c", "user.email=shop@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgSign=false", ...args], { cwd, stdio: "ignore" });
}

/** A shop whose history holds a token that its tree does not. */
function shop(): TemporaryFolder {
  const folder = new TemporaryFolder({ "shop/old.py": `KEY = "${token}"\n`, "shop/app.py": "x = 1\n" });
  const root = folder.at("shop");
  git(root, "init", "-q");
  git(root, "add", "-A");
  git(root, "commit", "-qm", "one");
  rmSync(folder.at("shop/old.py"));
  git(root, "add", "-A");
  git(root, "commit", "-qm", "two");
  return folder;
}

const json = (run: Run) => JSON.parse(run.stdout);

describe("muster secrets", () => {
  test("looks at the tree alone, and with --history at all that commits held", async () => {
    using folder = shop();
    expect(await muster(["secrets", "shop"], folder.path)).toMatchObject({ status: 0 });
    const run = await muster(["secrets", "shop", "--history"], folder.path);
    expect(run).toMatchObject({ status: 1 });
    expect(run.stdout).toMatch(/history {2}─*━+─* {2}commits 1 to 1 of 2/u);
    expect(run.stdout).toContain("gone from the checked-out commit");
    expect(run.stdout).toContain("2 commits of 1 ref");
    const result = json(await muster(["secrets", "shop", "--history", "--format", "json"], folder.path));
    expect(result.results.map(({ control, status }: { control: string; status: string }) => `${control} ${status}`)).toEqual(["SECRET-01 pass", "SECRET-02 fail"]);
    const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(new URL("../../../schemas/scan-result.schema.json", import.meta.url), "utf8")));
    validate(result);
    expect(validate.errors).toBeNull();
  }, 60_000);

  test("says what to do where there is no history, and where --dangling stands alone", async () => {
    using folder = new TemporaryFolder({ "plain/a.py": "x = 1\n" });
    expect(await muster(["secrets", "plain", "--history"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("has no history to look at") });
    expect(await muster(["secrets", "plain", "--dangling"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("Give --history too") });
  }, 60_000);

  test("lists what it leaves out where it is asked to", async () => {
    using folder = new TemporaryFolder({ "shop/a.py": `KEY = "${token}"  # gitleaks:allow\npassword = "changeme"\nK2 = "${other}"  # muster:allow-secret the sandbox's published key\n` });
    const run = await muster(["secrets", "shop", "--show-suppressed"], folder.path);
    expect(run).toMatchObject({ status: 0 });
    for (const text of ["by the comment gitleaks:allow", "by the comment muster:allow-secret", "the sandbox's published key", "by its rule: placeholder"]) expect(run.stdout.replaceAll(/\s+/gu, " ")).toContain(text);
    expect((await muster(["secrets", "shop"], folder.path)).stdout).toMatch(/suppressed {2}2 by comments beside them: 1 gitleaks:allow, 1 muster:allow-secret/u);
  }, 60_000);
});

describe("a baseline", () => {
  test("takes out what is known; moved lines change nothing, one more of it in the same file is new", async () => {
    using folder = new TemporaryFolder({ "shop/a.py": `KEY = "${token}"\n` });
    expect(await muster(["baseline", "shop"], folder.path)).toMatchObject({ status: 0, stderr: expect.stringContaining("1 entry, 1 new, 0 gone") });
    const first = readFileSync(folder.at("shop/muster.baseline.json"), "utf8");
    expect(await muster(["secrets", "shop"], folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("1 by the baseline: 1 known") });
    writeFileSync(folder.at("shop/a.py"), `\n\n# moved\nKEY = "${token}"\n`);
    expect(await muster(["secrets", "shop"], folder.path)).toMatchObject({ status: 0 });
    writeFileSync(folder.at("shop/a.py"), `KEY = "${token}"\nAGAIN = "${token}"\n`);
    const again = await muster(["secrets", "shop", "--format", "json"], folder.path);
    expect(json(again).findings).toMatchObject([{ span: { line: 2 } }]);
    writeFileSync(folder.at("shop/a.py"), `KEY = "${token}"\n`);
    writeFileSync(folder.at("shop/b.py"), `KEY = "${token}"\n`);
    expect(json(await muster(["secrets", "shop", "--format", "json"], folder.path)).findings).toMatchObject([{ span: { path: "b.py" } }]);
    rmSync(folder.at("shop/b.py"));
    expect(await muster(["baseline", "shop"], folder.path)).toMatchObject({ stderr: expect.stringContaining("1 entry, 0 new, 0 gone") });
    expect(readFileSync(folder.at("shop/muster.baseline.json"), "utf8")).toBe(first);
    rmSync(folder.at("shop/a.py"));
    expect(await muster(["secrets", "shop"], folder.path)).toMatchObject({ stdout: expect.stringContaining("1 entry, 1 gone") });
  }, 120_000);

  test("of a history knows what the history holds, and keeps it where a later one looks at the tree alone", async () => {
    using folder = shop();
    expect(await muster(["baseline", "shop", "--history"], folder.path)).toMatchObject({ status: 0 });
    expect(await muster(["secrets", "shop", "--history"], folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("1 by the baseline") });
    expect(await muster(["baseline", "shop"], folder.path)).toMatchObject({ stderr: expect.stringContaining("1 entry, 0 new, 0 gone") });
    git(folder.at("shop"), "checkout", "-q", "HEAD~1", "--", "old.py");
    git(folder.at("shop"), "mv", "old.py", "new.py");
    git(folder.at("shop"), "commit", "-qam", "back");
    expect(await muster(["secrets", "shop", "--history"], folder.path)).toMatchObject({ status: 1 });
  }, 120_000);

  test("of another installation is not believed, and not taken for a clean slate", async () => {
    using folder = new TemporaryFolder({ "shop/a.py": `KEY = "${token}"\n`, "shared.key": `${"0f".repeat(32)}\n` });
    await muster(["baseline", "shop"], folder.path);
    const elsewhere = { env: { XDG_DATA_HOME: folder.at("elsewhere") } };
    expect(await muster(["secrets", "shop"], folder.path, elsewhere)).toMatchObject({ status: 1, stderr: expect.stringContaining("everything is told as new") });
    expect(await muster(["secrets", "shop", "--baseline", "shop/muster.baseline.json"], folder.path, elsewhere)).toMatchObject({ status: 2, stderr: expect.stringContaining("MUSTER_HASH_KEY_FILE") });
    const shared = { MUSTER_HASH_KEY_FILE: folder.at("shared.key") };
    await muster(["baseline", "shop", "-o", "known.json"], folder.path, { env: shared });
    expect(await muster(["secrets", "shop", "--baseline", "known.json"], folder.path, { env: { ...elsewhere.env, ...shared } })).toMatchObject({ status: 0 });
  }, 120_000);

  test("that is damaged, absent or no baseline ends the scan with what to do", async () => {
    using folder = new TemporaryFolder({ "shop/a.py": "x = 1\n", "bad.json": "{", "wrong.json": "{}" });
    for (const name of ["bad.json", "wrong.json", "none.json"]) expect(await muster(["secrets", "shop", "--baseline", name], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("muster baseline") });
  }, 60_000);
});

test("nothing that is printed, kept or left behind holds a secret", async () => {
  using folder = shop();
  const encoded = Buffer.from(`KEY=${other}`).toString("base64");
  writeFileSync(folder.at("shop/settings.py"), `DB = "postgresql://app:${encodeURIComponent(password)}@db.internal/app"\npassword = "${password}"\nENCODED = "${encoded}"\nK = "${other}"  # muster:allow-secret it is ${other}\n`);
  git(folder.at("shop"), "add", "-A");
  git(folder.at("shop"), "commit", "-qm", "three");
  const runs: Run[] = [];
  for (const command of ["scan", "secrets"]) {
    const args = [command, "shop", "--history", "--dangling", "--show-suppressed", "--all"];
    for (const format of ["terminal", "json", "sarif", "html", "markdown", "csv"]) args.push("--format", format, "--output", `${command}.${format}.out`);
    runs.push(await muster(args, folder.path));
  }
  // The ledger wants a clean checkout.
  git(folder.at("shop"), "checkout", "-q", "--", ".");
  runs.push(await muster(["ledger", "evidence", "--name", "shop.example/evidence"], folder.path));
  const recorded = await muster(["scan", "shop", "--history", "--show-suppressed", "--ledger", "evidence"], folder.path);
  runs.push(recorded, await muster(["bundle", "evidence", "taken"], folder.path), await muster(["diff", "HEAD~2", "HEAD"], folder.path, { cwd: folder.at("shop") }));
  runs.push(await muster(["baseline", "shop", "--history"], folder.path));
  runs.push(await muster(["secrets", "shop", "--baseline", "shop/settings.py"], folder.path));
  // What Node writes of a process that crashes, here on a signal while it scans.
  const killed = startMuster(["secrets", "shop", "--history", "--no-cache"], folder.path, { env: { NODE_OPTIONS: `--report-on-signal --report-directory=${folder.path} --report-filename=crash-report.json` } });
  setTimeout(() => killed.kill("SIGUSR2"), 700);
  setTimeout(() => killed.kill("SIGTERM"), 1_500);
  runs.push(await ended(killed));
  expect(runs[0]).toMatchObject({ status: 1 });
  expect(recorded).toMatchObject({ status: 1, stderr: expect.stringContaining("record 1 of") });

  const places = new Map(runs.map((run, index) => [`output of run ${index}`, Buffer.from(run.stdout + run.stderr)]));
  for (const name of readdirSync(folder.path, { recursive: true, encoding: "utf8" })) {
    const file = folder.at(name);
    if (!name.startsWith(`shop${path.sep}`) && statSync(file).isFile()) places.set(name, readFileSync(file));
  }
  places.set("the baseline", readFileSync(folder.at("shop/muster.baseline.json")));
  for (const place of ["cache.db", "secrets.html.out", "secrets.markdown.out", "secrets.csv.out", "secrets.sarif.out"]) expect([...places.keys()].some((name) => name.endsWith(place))).toBe(true);
  for (const folderName of ["evidence", "taken"]) expect([...places.keys()].filter((name) => name.startsWith(`${folderName}${path.sep}`)).length).toBeGreaterThan(2);
  const bodies = [token, other].map((value) => value.slice("sk_live_".length));
  const needles = [...bodies, password, encodeURIComponent(password), encoded].flatMap((value) => [value, Buffer.from(value).toString("base64").replace(/=+$/u, "").slice(2, -2), Buffer.from(value).toString("hex")]);
  const leaks = [...places].flatMap(([name, bytes]) => needles.filter((needle) => bytes.includes(needle) || bytes.includes(Buffer.from(needle, "utf16le"))).map(() => name));
  expect(leaks).toEqual([]);
}, 180_000);
