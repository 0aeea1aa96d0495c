import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Ledger } from "../ledger/ledger.ts";
import { sha256Of } from "../ledger/entry.ts";
import { LedgerReader } from "../ledger/ledger-reader.ts";
import { predicateTypeOf } from "../envelope/statement.ts";
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
const report = Buffer.from('{"schema":"muster.period/1"}');
const population = Buffer.from("commit,tree\r\n");
const attachment = (sha256: string): Buffer => [report, population].find((bytes) => sha256Of(bytes) === sha256) ?? Buffer.alloc(0);
/** A PATH with openssl alone: whatever else verifies, it is not Muster. */
const tools = path.join(work, "bin");
/** Python itself: what is on the PATH may be a script that chooses one. */
const python = hasTools ? execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim() : "";

beforeAll(async () => {
  const [scanner, next, approver] = [envelopePair(), envelopePair(), envelopePair()];
  const folder = path.join(work, "ledger");
  const ledger = await Ledger.create(folder, keys);
  await ledger.append([firstKey("scanner", scanner), firstKey("approver", approver), recordOf("scan-run", { number: 1 }, scanner), recordOf("waiver", {}, approver)]);
  await ledger.append([nextKey("scanner", next, scanner), recordOf("scan-run", { number: 2 }, next), recordOf("period-report", {}, next, [report, population].map(sha256Of))]);
  await ledger.close();
  const reader = await LedgerReader.open(folder, [keys.verifier]);
  expect(await writeBundle(reader, { folder: bundle, verifierKey, attachment })).toBe(7);
  expect(await writeBundle(reader, { folder: path.join(work, "some"), verifierKey, sequences: [6], attachment })).toBe(4);
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
    ["a population that was changed", (at: string) => changed(at, `files/${sha256Of(population)}`, (text) => text.replace("tree", "three")), "files/"],
    ["a report that was taken away", (at: string) => rmSync(path.join(at, `files/${sha256Of(report)}`)), "the files are not those that records speak of"],
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

/** Reads records as cosign does: by the bundle, the key and the file that the statement names. Where it is not installed there is nothing to ask. */
const cosignTool = "cosign";
const hasCosign = spawnSync(cosignTool, ["version"]).status === 0;

test.skipIf(!hasCosign)("cosign verifies a record with the key and the file that it speaks of", () => {
  const result = path.join(work, "report.json");
  writeFileSync(result, report);
  const payload: { readonly predicate: { readonly publicKey: string } } = JSON.parse(Buffer.from(JSON.parse(readFileSync(path.join(bundle, "records/4.sigstore.json"), "utf8")).dsseEnvelope.payload, "base64").toString());
  writeFileSync(path.join(work, "scanner.pem"), payload.predicate.publicKey);
  const cosign = (file: string) => spawnSync(cosignTool, ["verify-blob-attestation", "--key", path.join(work, "scanner.pem"), "--bundle", path.join(bundle, "records/6.sigstore.json"), "--new-bundle-format", "--insecure-ignore-tlog=true", "--type", predicateTypeOf("period-report"), file], { encoding: "utf8" });
  expect(cosign(result)).toMatchObject({ status: 0 });
  expect(cosign(path.join(work, "scanner.pem")).status).not.toBe(0);
});

test("a sound bundle is found sound", () => {
  expect(verifyBundle(bundle, [keys.verifier])).toMatchObject({ status: "sound", records: 7 });
  expect(verifyBundle(path.join(work, "some"), [keys.verifier])).toMatchObject({ status: "sound", records: 4 });
});

test("a changed bit in any byte of a bundle's evidence, keys and population is named", async () => {
  const scanner = envelopePair();
  const ledger = await Ledger.create(path.join(work, "small"), keys);
  await ledger.append([firstKey("scanner", scanner), recordOf("period-report", {}, scanner, [report, population].map(sha256Of))]);
  await ledger.close();
  const folder = path.join(work, "flipped");
  await writeBundle(ledger.reader, { folder, verifierKey, attachment });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /^(?:checkpoint|ledger\.|records\/.|files\/.)/u.test(file));
  expect(files).toHaveLength(3 + 2 * 3 + 2);
  for (const file of files) {
    const bytes = readFileSync(path.join(folder, file));
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << at % 7);
      writeFileSync(path.join(folder, file), flipped);
      const verdict = verifyBundle(folder, [keys.verifier]);
      expect(verdict.status, `${file} byte ${at}`).toBe("unsound");
    }
    writeFileSync(path.join(folder, file), bytes);
  }
  expect(verifyBundle(folder, [keys.verifier])).toMatchObject({ status: "sound" });
});

test.each([
  ["a record that another takes the place of", (at: string) => cpSync(path.join(at, "records/2.sigstore.json"), path.join(at, "records/5.sigstore.json")), "Record 5: Its bundle is not the one"],
  ["a record that was moved", (at: string) => moved(at, 6, 5), "Record 5: It says that it is the record 6"],
  ["a key record that was taken away", (at: string) => removed(at, 4), "Record 5: The signature is not"],
  ["a file that no record speaks of", (at: string) => writeFileSync(path.join(at, "files", "more"), ""), "No record speaks of files/more"],
  ["another key in the place of the ledger's", (at: string) => writeFileSync(path.join(at, "ledger.vkey"), `${encodeVerifierKey("other", ledgerPair("other").publicKey)}\n`), "ledger.vkey is not the key"],
])("%s is named", (_what, harm, said) => {
  const folder = mkdtempSync(path.join(work, "harmed-"));
  cpSync(bundle, folder, { recursive: true });
  harm(folder);
  expect(verifyBundle(folder, [keys.verifier])).toMatchObject({ status: "unsound", reason: expect.stringContaining(said) });
});

test("a bundle is never written over another one", async () => {
  const reader = await LedgerReader.open(path.join(work, "ledger"), [keys.verifier]);
  await expect(writeBundle(reader, { folder: bundle, verifierKey, attachment })).rejects.toThrow("EEXIST");
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
