/**
 * What a large ledger costs: `node --conditions=@muster/source tools/bench/ledger-bench.ts [--records 1000000]`. Appends
 * that many in batches, then single ones, proofs and a whole verification. Beside the milliseconds stands the ratio to
 * writing 100 bytes and waiting for the disk, in the same minute.
 */
import { generateKeyPairSync } from "node:crypto";
import { closeSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fingerprintOf, keyStatement, Ledger, LedgerReader, noteSigner, noteVerifier, predicateTypeOf, signStatement, statementType, verifyLedger } from "@muster/evidence";

const { values } = parseArgs({ options: { records: { type: "string", default: "1000000" } } });
const total = Number(values.records);
const batch = 1_000;
const single = 1_000;

const log = generateKeyPairSync("ed25519");
const scanner = generateKeyPairSync("ec", { namedCurve: "P-256" });
const name = "ledger.example/bench";
const keys = { signer: noteSigner(name, log.privateKey), verifier: noteVerifier(name, log.publicKey) };
const sign = (statement: Parameters<typeof signStatement>[0]): Buffer => signStatement(statement, scanner.privateKey, fingerprintOf(scanner.publicKey));
const result = (number: number): Buffer => sign({ _type: statementType, subject: [{ name: "acme/api", digest: { gitCommit: number.toString(16).padStart(40, "0") } }], predicateType: predicateTypeOf("scan-run"), predicate: { number } });

const folder = mkdtempSync(path.join(tmpdir(), "muster-ledger-bench-"));
try {
  const ledger = await Ledger.create(folder, keys);
  await ledger.append([{ type: "key", bundle: sign(keyStatement("scanner", scanner)) }]);
  const filling = await timed(async () => {
    for (let at = 0; at < total; at += batch) await ledger.append(Array.from({ length: Math.min(batch, total - at) }, (_, place) => ({ type: "scan-run", bundle: result(at + place) })));
  });
  const appends: number[] = [];
  for (let at = 0; at < single; at++) {
    const bundle = result(total + at);
    appends.push(await timed(() => ledger.append([{ type: "scan-run", bundle }])));
  }
  await ledger.close();
  const opening = await timed(async () => (await Ledger.open(folder, keys)).close());
  const reader = await LedgerReader.open(folder, [keys.verifier]);
  const proofs = Array.from({ length: single }, (_, place) => timedNow(() => reader.prove(Math.floor((place * reader.size) / single))));
  const verifying = await timed(async () => {
    const verdict = await verifyLedger(folder, [keys.verifier]);
    if (verdict.status !== "sound") throw new Error(verdict.reason);
  });
  const disk = percentile(writes(200), 0.5);
  const rows = {
    "fill, a record": row(filling / total, disk),
    "append one, median": row(percentile(appends, 0.5), disk),
    "append one, p99": row(percentile(appends, 0.99), disk),
    "open": row(opening, disk),
    "prove one, median": row(percentile(proofs, 0.5), disk),
    "prove one, p99": row(percentile(proofs, 0.99), disk),
    "verify all, a record": row(verifying / reader.size, disk),
    "verify all": row(verifying, disk),
  };
  console.log(`${reader.size} records; a write of 100 bytes reaches the disk in ${disk.toFixed(2)} ms`);
  console.table(rows);
  const results = fileURLToPath(new URL("results/", import.meta.url));
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, "ledger.json"), `${JSON.stringify({ records: reader.size, diskMs: Number(disk.toFixed(3)), rows }, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

function timedNow(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function writes(count: number): number[] {
  const file = openSync(path.join(folder, "disk"), "w");
  try {
    return Array.from({ length: count }, () =>
      timedNow(() => {
        writeSync(file, Buffer.alloc(100));
        fdatasyncSync(file);
      }),
    );
  } finally {
    closeSync(file);
  }
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
}

function row(ms: number, disk: number): { readonly ms: number; readonly "times a write": number } {
  return { ms: Number(ms.toFixed(3)), "times a write": Number((ms / disk).toFixed(2)) };
}
