import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { muster } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

const shop = `from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.delete("/items/{item_id}")\ndef delete_item(item_id: int):\n    return {}\n`;
const name = "ledger.example.com/shop";

/** A checkout with one commit, and a ledger beside it. */
async function checkout(): Promise<TemporaryFolder & { readonly key: string }> {
  const folder = new TemporaryFolder({ "shop/main.py": shop });
  const git = (...args: readonly string[]): void => void execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder.at("shop"), stdio: "ignore" });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "first");
  const made = await muster(["ledger", "evidence", "--name", name], folder.path);
  expect(made).toMatchObject({ status: 0, stderr: expect.stringContaining("Next: muster scan <checkout> --ledger evidence") });
  return Object.assign(folder, { key: made.stdout.trim() });
}

test("a scan is kept, verified, and taken away as a bundle", async () => {
  using folder = await checkout();
  const scanned = await muster(["scan", "shop", "--ledger", "evidence", "--format", "json"], folder.path);
  expect(scanned).toMatchObject({ status: 1, stderr: expect.stringContaining(`muster: record 1 of ${name}`) });
  const [kept = ""] = readdirSync(folder.at("evidence/results"));
  expect(readFileSync(folder.at(`evidence/results/${kept}`), "utf8")).toBe(scanned.stdout);
  expect(await muster(["verify", "evidence", "--key", folder.key], folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("is sound: 2 records") });
  expect(await muster(["bundle", "evidence", "taken"], folder.path)).toMatchObject({ status: 0 });
  expect(await muster(["verify", "taken", "--key", "taken/ledger.vkey"], folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("2 of its 2 records") });
  const payload: { readonly subject: readonly { readonly digest: Readonly<Record<string, string>> }[]; readonly predicate: { readonly endpoints: object; readonly canary: object } } = JSON.parse(Buffer.from(JSON.parse(readFileSync(folder.at("taken/records/1.sigstore.json"), "utf8")).dsseEnvelope.payload, "base64").toString());
  expect(payload.subject[0]?.digest["gitTree"]).toBe(execFileSync("git", ["rev-parse", "HEAD^{tree}"], { cwd: folder.at("shop"), encoding: "utf8" }).trim());
  expect(payload.subject[1]?.digest["sha256"]).toBe(kept.replace(".json", ""));
  expect(payload.predicate.canary).toEqual({ status: "caught", missed: [] });
  // The handler, and the four of the documents that FastAPI serves.
  expect(payload.predicate.endpoints).toEqual({ public: 5 });
});

test("what was changed since is told, and where", async () => {
  using folder = await checkout();
  await muster(["scan", "shop", "--ledger", "evidence"], folder.path);
  const records = readFileSync(folder.at("evidence/records/000.jsonl"), "utf8");
  writeFileSync(folder.at("evidence/records/000.jsonl"), records.replace("publicKey", "publicKeY"));
  expect(await muster(["verify", "evidence"], folder.path)).toMatchObject({ status: 1, stdout: expect.stringContaining("Record 0: Its bundle is not the one whose digest the log holds") });
});

test("evidence is kept for commits alone, and without a key for nothing", async () => {
  using folder = await checkout();
  appendFileSync(folder.at("shop/main.py"), "# more\n");
  expect(await muster(["scan", "shop", "--ledger", "evidence"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("changes that are not committed") });
  expect(await muster(["scan", "shop", "--ledger", "evidence", "--keys", "nowhere"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("could not be read") });
  expect(await muster(["scan", "shop", "--ledger", "nowhere"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("There is no ledger in") });
  expect(await muster(["ledger", "evidence", "--name", name], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("already") });
});
