/**
 * What a large ledger costs: `node --conditions=@muster/source tools/bench/ledger-bench.ts [--records 1000000]`. Appends
 * that many in batches, then single ones, proofs and a whole verification. Beside the milliseconds stands the ratio to
 * writing 100 bytes and waiting for the disk, in the same minute; of what takes minutes, its processor time.
 *
 * `--folder` keeps the filled ledger there for the next run, which then measures alone: filling is best left to a machine
 * that does other things, and measuring is not.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { closeSync, existsSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fingerprintOf, keyStatement, Ledger, LedgerReader, noteSigner, noteVerifier, predicateTypeOf, signStatement, statementType, verifyLedger } from "@muster/evidence";

const { values } = parseArgs({ options: { records: { type: "string", default: "1000000" }, folder: { type: "string" } } });
const total = Number(values.records);
const batch = 1_000;
const single = 1_000;

const home = values.folder ?? mkdtempSync(path.join(tmpdir(), "muster-ledger-bench-"));
mkdirSync(home, { recursive: true });
const folder = path.join(home, "ledger");
const log = keyIn("log.key", () => generateKeyPairSync("ed25519").privateKey);
const scanner = keyIn("scanner.key", () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
const name = "ledger.example/bench";
const keys = { signer: noteSigner(name, log.privateKey), verifier: noteVerifier(name, log.publicKey) };
const sign = (statement: Parameters<typeof signStatement>[0]): Buffer => signStatement(statement, scanner.privateKey, fingerprintOf(scanner.publicKey));
const result = (number: number): Buffer => sign({ _type: statementType, subject: [{ name: "acme/api", digest: { gitCommit: number.toString(16).padStart(40, "0") } }], predicateType: predicateTypeOf("scan-run"), predicate: { number } });

try {
  const isNew = !existsSync(path.join(folder, "checkpoint"));
  const ledger = isNew ? await Ledger.create(folder, keys) : await Ledger.open(folder, keys);
  if (isNew) await ledger.append([{ type: "key", bundle: sign(keyStatement("scanner", scanner)) }]);
  const before = ledger.reader.size;
  const filling = await timed(async () => {
    for (let at = before; at < total; at += batch) await ledger.append(Array.from({ length: Math.min(batch, total - at) }, (_, place) => ({ type: "scan-run", bundle: result(at + place) })));
  });
  const appends: number[] = [];
  for (let at = 0; at < single; at++) {
    const bundle = result(total + at);
    appends.push((await timed(() => ledger.append([{ type: "scan-run", bundle }]))).ms);
  }
  await ledger.close();
  const opening = await timed(async () => (await Ledger.open(folder, keys)).close());
  const reader = await LedgerReader.open(folder, [keys.verifier]);
  const proofs = Array.from({ length: single }, (_, place) => timedNow(() => reader.prove(Math.floor((place * reader.size) / single))));
  const disk = percentile(writes(200), 0.5);
  const verifying = await timed(async () => {
    const verdict = await verifyLedger(folder, [keys.verifier]);
    if (verdict.status !== "sound") throw new Error(verdict.reason);
  });
  const rows = {
    ...(total > before && { "fill, a record": row(filling.ms / (total - before), disk) }),
    "append one, median": row(percentile(appends, 0.5), disk),
    "append one, p99": row(percentile(appends, 0.99), disk),
    "open": row(opening.ms, disk),
    "prove one, median": row(percentile(proofs, 0.5), disk),
    "prove one, p99": row(percentile(proofs, 0.99), disk),
    "verify all": { ...row(verifying.ms, disk), "processor ms": Math.round(verifying.processorMs) },
    "verify all, a record": { ...row(verifying.ms / reader.size, disk), "processor ms": Number((verifying.processorMs / reader.size).toFixed(4)) },
  };
  console.log(`${reader.size} records; a write of 100 bytes reaches the disk in ${disk.toFixed(2)} ms`);
  console.table(rows);
  const results = fileURLToPath(new URL("results/", import.meta.url));
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, "ledger.json"), `${JSON.stringify({ records: reader.size, diskMs: Number(disk.toFixed(3)), rows }, undefined, 2)}\n`);
} finally {
  if (values.folder === undefined) rmSync(home, { recursive: true, force: true });
}

function keyIn(file: string, make: () => KeyObject): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  const place = path.join(home, file);
  if (!existsSync(place)) writeFileSync(place, make().export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  const privateKey = createPrivateKey(readFileSync(place));
  return { privateKey, publicKey: createPublicKey(privateKey.export({ type: "pkcs8", format: "pem" })) };
}

async function timed(run: () => Promise<unknown>): Promise<{ readonly ms: number; readonly processorMs: number }> {
  const started = performance.now();
  const usage = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(usage);
  return { ms: performance.now() - started, processorMs: (user + system) / 1_000 };
}

function timedNow(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function writes(count: number): number[] {
  const file = openSync(path.join(home, "disk"), "w");
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
