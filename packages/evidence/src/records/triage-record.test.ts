import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { predicateTypeOf, statementType } from "../envelope/statement.ts";
import { fingerprintOf, signStatement } from "../envelope/bundle.ts";
import { Ledger, type NewRecord } from "../ledger/ledger.ts";
import { readStatements } from "../ledger/read-statements.ts";
import { envelopePair, firstKey, ledgerPair } from "../test-support/sample-ledger.ts";
import { recordedTriage, triageEnd, triageProblems, triageStatement, triageType, type RecordedTriage, type TriageRequest } from "./triage-record.ts";

const work = mkdtempSync(path.join(tmpdir(), "muster-triage-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const now = "2026-03-01T12:00:00.000Z";
const decision: TriageRequest = { finding: "3f".repeat(16), verdict: "false-positive", reason: "The gateway signs callers in.", requester: "a1", approver: "b2", expires: "2026-04-30" };
const approver = envelopePair();
const { keys } = ledgerPair();
let folders = 0;

const signed = (statement: Parameters<typeof signStatement>[0], by = approver): NewRecord => ({ type: triageType, bundle: signStatement(statement, by.privateKey, fingerprintOf(by.publicKey)) });
const decided = (change: Partial<TriageRequest> = {}): NewRecord => signed(triageStatement({ ...decision, ...change }, now));

async function triageOf(...records: readonly NewRecord[]): Promise<RecordedTriage[]> {
  const ledger = await Ledger.create(path.join(work, String(folders++)), keys, () => new Date(now));
  await ledger.append([firstKey("approver", approver), ...records]);
  await ledger.close();
  return recordedTriage(readStatements(ledger.reader, [triageType]));
}

test("a decision holds until the end of its last day, or until another one takes its place", async () => {
  const [held] = await triageOf(decided());
  expect(held).toMatchObject({ ...decision, decidedAt: now, sequence: 1 });
  expect(held && triageEnd(held)).toBe("2026-05-01T00:00:00.000Z");
  const { expires, ...endless } = decision;
  expect(expires).toBeDefined();
  const [first, second] = await triageOf(decided(), signed(triageStatement({ ...endless, verdict: "open", reason: "Looked again.", supersedes: 1 }, now)));
  expect(first && triageEnd(first)).toBe(now);
  expect(second && triageEnd(second)).toBeUndefined();
});

test.each([
  ["approved by who asks for it", { approver: " A1" }, "are the same"],
  ["that hides a finding for ever", { expires: undefined }, "is out of sight"],
  ["that hides a finding as borne for ever", { verdict: "accepted", expires: undefined }, "is out of sight"],
  ["that ended before it was made", { expires: "2026-02-28" }, "nothing is waived backwards"],
  ["for longer than may be", { expires: "2027-03-01" }, "may hold for 180"],
  ["for every finding", { finding: "*" }, "by its fingerprint"],
  ["without a reason", { reason: " " }, "It says why"],
  ["that takes back what was not decided", { verdict: "open" }, "There is no decision"],
] as const)("a decision %s is refused, and is none where someone wrote it all the same", async (_what, change, said) => {
  // As JSON has it: what is undefined is not there.
  const other: TriageRequest = JSON.parse(JSON.stringify({ ...decision, ...change }));
  expect(triageProblems(other, now).join(" ")).toContain(said);
  expect(() => triageStatement(other, now)).toThrow(said);
  const forced = { _type: statementType, subject: [{ name: "x", digest: { sha256: "00" } }], predicateType: predicateTypeOf(triageType), predicate: other } as const;
  await expect(triageOf(signed(forced))).rejects.toThrow("Record 1 of the ledger is a decision that may not be");
});

test("a decision names the one before it, and an approver's key signs it", async () => {
  await expect(triageOf(decided(), decided())).rejects.toThrow("without taking the place of the decision before it (record 1)");
  await expect(triageOf(decided({ supersedes: 7 }))).rejects.toThrow("(record none)");
  const scanner = envelopePair();
  await expect(triageOf(firstKey("scanner", scanner), signed(triageStatement(decision, now), scanner))).rejects.toThrow("Record 2 of the ledger is not sound");
});
