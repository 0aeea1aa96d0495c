import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Ledger } from "../ledger/ledger.ts";
import { LedgerReader } from "../ledger/ledger-reader.ts";
import { encodeVerifierKey } from "../note/note-key.ts";
import { envelopePair, firstKey, ledgerPair, nextKey, recordOf } from "../test-support/sample-ledger.ts";
import { verifyBundle } from "./verify-bundle.ts";
import { writeBundle } from "./write-bundle.ts";

const work = mkdtempSync(path.join(tmpdir(), "muster-bundle-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const hasTools = ["python3", "openssl"].every((tool) => spawnSync(tool, [tool === "openssl" ? "version" : "--version"]).status === 0);
const { keys, publicKey } = ledgerPair();
const verifierKey = encodeVerifierKey(keys.signer.name, publicKey);
const bundle = path.join(work, "bundle");
/** A PATH with openssl alone: whatever else verifies, it is not Muster. */
const tools = path.join(work, "bin");
/** Python itself: what is on the PATH may be a script that chooses one. */
const python = hasTools ? execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim() : "";

beforeAll(async () => {
  const [scanner, next, approver] = [envelopePair(), envelopePair(), envelopePair()];
  const folder = path.join(work, "ledger");
  const ledger = await Ledger.create(folder, keys);
  await ledger.append([firstKey("scanner", scanner), firstKey("approver", approver), recordOf("scan-run", { number: 1 }, scanner), recordOf("waiver", {}, approver)]);
  await ledger.append([nextKey("scanner", next, scanner), recordOf("scan-run", { number: 2 }, next), recordOf("scan-run", { number: 3 }, next)]);
  await ledger.close();
  const reader = await LedgerReader.open(folder, [keys.verifier]);
  expect(await writeBundle(reader, { folder: bundle, verifierKey })).toBe(7);
  expect(await writeBundle(reader, { folder: path.join(work, "some"), verifierKey, sequences: [6] })).toBe(4);
  mkdirSync(tools);
  if (hasTools) symlinkSync(execFileSync("sh", ["-c", "command -v openssl"], { encoding: "utf8" }).trim(), path.join(tools, "openssl"));
});

function verify(folder: string, key = "ledger.vkey"): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(python, ["verify.py", key], { cwd: folder, env: { PATH: tools }, encoding: "utf8" });
  return { status, said: `${stdout}${stderr}`.trim() };
}

describe.skipIf(!hasTools)("the printed script, with Python and openssl alone", () => {
  test("finds the whole bundle, and a part of one, sound", () => {
    expect(verify(bundle)).toMatchObject({ status: 0, said: expect.stringMatching(/^OK: 7 records of ledger\.example\/acme, which had 7/) });
    expect(verify(path.join(work, "some"))).toMatchObject({ status: 0, said: expect.stringMatching(/^OK: 4 records/) });
    expect(verify(bundle, verifierKey)).toMatchObject({ status: 0 });
  });

  test("does not believe a bundle of another ledger's", () => {
    const other = ledgerPair();
    expect(verify(bundle, encodeVerifierKey(other.keys.signer.name, other.publicKey)).said).toContain("not signed by the key of the ledger");
  });

  test.each([
    ["a record that another takes the place of", (at: string) => cpSync(path.join(at, "records/2.sigstore.json"), path.join(at, "records/5.sigstore.json")), "record 5: its bundle is not the one"],
    ["a record that was moved", (at: string) => moved(at, 6, 5), "record 5: it says that it is another one"],
    ["a proof of another record", (at: string) => cpSync(path.join(at, "records/2.tlog-proof"), path.join(at, "records/5.tlog-proof")), "record 5: its proof is of another record"],
    ["a key record that was taken away", (at: string) => removed(at, 4), "record 5: it is not signed by the key of the scanner"],
    ["a checkpoint with another size", (at: string) => changed(at, "checkpoint", (text) => text.replace("\n7\n", "\n8\n")), "the checkpoint is not signed"],
  ])("names %s", (_what, harm, said) => {
    const folder = mkdtempSync(path.join(work, "harmed-"));
    cpSync(bundle, folder, { recursive: true });
    harm(folder);
    expect(verify(folder)).toMatchObject({ status: 1, said: expect.stringContaining(`WRONG: ${said}`) });
  });

  test("the commands of the bundle's page verify the checkpoint", () => {
    const page = readFileSync(path.join(bundle, "README.md"), "utf8");
    const commands = /```sh\n(sed [\s\S]*?)```/.exec(page)?.[1] ?? "";
    const folder = mkdtempSync(path.join(work, "by-hand-"));
    cpSync(bundle, folder, { recursive: true });
    expect(execFileSync("sh", ["-e", "-c", commands], { cwd: folder, encoding: "utf8" })).toContain("Signature Verified Successfully");
  });
});

test("a sound bundle is found sound", () => {
  expect(verifyBundle(bundle, [keys.verifier])).toMatchObject({ status: "sound", records: 7 });
  expect(verifyBundle(path.join(work, "some"), [keys.verifier])).toMatchObject({ status: "sound", records: 4 });
});

test("a changed bit anywhere in a bundle's evidence is named", () => {
  const folder = mkdtempSync(path.join(work, "flipped-"));
  cpSync(path.join(work, "some"), folder, { recursive: true });
  for (const file of ["checkpoint", ...readdirSync(path.join(folder, "records")).map((name) => `records/${name}`)]) {
    const bytes = readFileSync(path.join(folder, file));
    for (let at = 0; at < bytes.length; at += 3) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << at % 7);
      writeFileSync(path.join(folder, file), flipped);
      expect(verifyBundle(folder, [keys.verifier]).status, `${file} byte ${at}`).toBe("unsound");
    }
    writeFileSync(path.join(folder, file), bytes);
  }
});

test("a bundle is never written over another one", async () => {
  const reader = await LedgerReader.open(path.join(work, "ledger"), [keys.verifier]);
  await expect(writeBundle(reader, { folder: bundle, verifierKey })).rejects.toThrow("EEXIST");
});

function moved(folder: string, from: number, to: number): void {
  for (const ending of ["entry.json", "sigstore.json", "tlog-proof"]) cpSync(path.join(folder, `records/${from}.${ending}`), path.join(folder, `records/${to}.${ending}`));
}

function removed(folder: string, sequence: number): void {
  for (const file of readdirSync(path.join(folder, "records"))) if (file.startsWith(`${sequence}.`)) rmSync(path.join(folder, "records", file));
}

function changed(folder: string, file: string, change: (text: string) => string): void {
  writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file), "utf8")));
}
