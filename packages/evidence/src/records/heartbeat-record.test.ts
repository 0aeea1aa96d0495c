import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { fingerprintOf, signStatement } from "../envelope/bundle.ts";
import { Ledger } from "../ledger/ledger.ts";
import { readStatements } from "../ledger/read-statements.ts";
import { envelopePair, firstKey, ledgerPair } from "../test-support/sample-ledger.ts";
import { heartbeatStatement, heartbeatType, readHeartbeat } from "./heartbeat-record.ts";

const work = mkdtempSync(path.join(tmpdir(), "muster-heartbeat-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const head = { repository: "acme/api", ref: "refs/heads/main", commit: "d".repeat(40) };

test("a heartbeat names the state of the log at its own place, and no other place", async () => {
  const { keys } = ledgerPair();
  const scanner = envelopePair();
  const ledger = await Ledger.create(path.join(work, "ledger"), keys);
  await ledger.append([firstKey("scanner", scanner)]);
  const statement = heartbeatStatement(ledger.reader.checkpoint, [head]);
  const bundle = signStatement(statement, scanner.privateKey, fingerprintOf(scanner.publicKey));
  await ledger.append([{ type: heartbeatType, bundle }]);
  expect([...readStatements(ledger.reader, [heartbeatType])].map(readHeartbeat)).toMatchObject([{ sequence: 1, size: 1, heads: [head] }]);
  expect(statement.subject).toEqual([{ name: keys.signer.name, digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } }]);
  // The same one again says that the log is where it was.
  await ledger.append([{ type: heartbeatType, bundle }]);
  await ledger.close();
  expect(() => [...readStatements(ledger.reader, [heartbeatType])].map(readHeartbeat)).toThrow("Record 2 of the ledger is no heartbeat of this place");
});
