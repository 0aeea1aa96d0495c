import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { predicateTypeOf, statementType } from "../envelope/statement.ts";
import { fingerprintOf, signStatement } from "../envelope/bundle.ts";
import { Ledger, type NewRecord } from "../ledger/ledger.ts";
import { readStatements } from "../ledger/read-statements.ts";
import { envelopePair, firstKey, ledgerPair } from "../test-support/sample-ledger.ts";
import { recordedWaivers, revocationStatement, waiverEnd, waiverProblems, waiverRevocationType, waiverStatement, waiverType, type WaiverRequest } from "./waiver-record.ts";

const work = mkdtempSync(path.join(tmpdir(), "muster-waivers-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const now = "2026-03-01T12:00:00.000Z";
const waiver: WaiverRequest = { control: "AUTHN-01", endpoint: "GET /status", reason: "Monitors have no credentials.", compensating: "The gateway lets the monitors' network in alone.", requester: "a1", approver: "b2", expires: "2026-04-30" };
const approver = envelopePair();
const { keys } = ledgerPair();
let folders = 0;

function signed(type: string, statement: Parameters<typeof signStatement>[0], by = approver): NewRecord {
  return { type, bundle: signStatement(statement, by.privateKey, fingerprintOf(by.publicKey)) };
}

async function waiversOf(records: readonly NewRecord[]) {
  const ledger = await Ledger.create(path.join(work, String(folders++)), keys, () => new Date(now));
  await ledger.append([firstKey("approver", approver), ...records]);
  await ledger.close();
  return recordedWaivers(readStatements(ledger.reader, [waiverType, waiverRevocationType]));
}

test("a waiver holds from its place in the log until the end of its last day, or its revocation", async () => {
  const statement = waiverStatement(waiver, now);
  const [held] = await waiversOf([signed(waiverType, statement)]);
  expect(held).toMatchObject({ ...waiver, approvedAt: now, sequence: 1 });
  expect(held && waiverEnd(held)).toBe("2026-05-01T00:00:00.000Z");
  const id = statement.subject[0]?.digest["sha256"] ?? "";
  const [revoked] = await waiversOf([signed(waiverType, statement), signed(waiverRevocationType, revocationStatement(id, "Mended.", "b2"))]);
  expect(revoked && waiverEnd(revoked)).toBe(now);
});

test.each([
  ["approved by who asks for it", { approver: "a1" }, "are the same"],
  ["approved by who asks for it, written otherwise", { approver: " A1 " }, "are the same"],
  ["without an end", { expires: "" }, "It has no end"],
  ["until a day that there is not", { expires: "never" }, "It has no end"],
  ["that ended before it was approved", { expires: "2026-02-28" }, "nothing is waived backwards"],
  ["for longer than may be", { expires: "2027-03-01" }, "may hold for 180"],
  ["for everything", { endpoint: "GET /*" }, "It is for everything"],
  ["for every control", { control: "*" }, "It is for everything"],
  ["for no endpoint and no finding", { endpoint: undefined }, "either an endpoint or a finding"],
  ["for both", { finding: "f" }, "either an endpoint or a finding"],
  ["for what is no endpoint", { endpoint: "status" }, "METHOD /path"],
  ["without a reason", { reason: " " }, "It says why"],
  ["without what stands in for the control", { compensating: "" }, "It says why"],
])("a waiver %s is refused, and is none where someone wrote it all the same", async (_what, change, said) => {
  // As JSON has it: what is undefined is not there.
  const other: WaiverRequest = JSON.parse(JSON.stringify({ ...waiver, ...change }));
  expect(waiverProblems(other, now).join(" ")).toContain(said);
  expect(() => waiverStatement(other, now)).toThrow(said);
  const forced = { _type: statementType, subject: [{ name: "x", digest: { sha256: "00" } }], predicateType: predicateTypeOf(waiverType), predicate: other } as const;
  await expect(waiversOf([signed(waiverType, forced)])).rejects.toThrow("Record 1 of the ledger is a waiver that may not be");
});

test("only an approver's key signs a waiver, and only one that is there is revoked", async () => {
  const scanner = envelopePair();
  await expect(waiversOf([firstKey("scanner", scanner), signed(waiverType, waiverStatement(waiver, now), scanner)])).rejects.toThrow("Record 2 of the ledger is not sound: The signature is not");
  await expect(waiversOf([signed(waiverRevocationType, revocationStatement("ab", "x", "b2"))])).rejects.toThrow("revokes a waiver that there is not");
});
