import type { ScanResult } from "@muster/contract";
import { renderJson } from "@muster/reporters/json";
import { sampleResult } from "@muster/store/test-support";
import { expect, test } from "vitest";
import { lastingResult, type Attempt } from "./lasting-result.ts";

const whole = sampleResult({ name: "shop", commit: "a".repeat(40), endpoints: 2, findings: 2 });
const lacking = (reason: string): ScanResult => ({ ...whole, status: "partial", outcomes: [...whole.outcomes, { stage: "judge", plugin: "auth", status: "failed", reason }] });

/** Scans that come to these, one after the other. */
function scans(...attempts: readonly Attempt[]): () => Promise<Attempt | undefined> {
  const left = [...attempts];
  return () => Promise.resolve(left.shift());
}

test("a result that would be found again is kept as it is", async () => {
  expect(await lastingResult(scans({ result: whole, lasting: true }))).toEqual({ result: whole, json: renderJson(whole) });
});

test("what a limit left out is found by the next scan, and the result is as if there had been none", async () => {
  expect(await lastingResult(scans({ result: lacking("took too long"), lasting: false }, { result: whole, lasting: true }))).toMatchObject({ json: renderJson(whole) });
});

test("what is left out each time is kept as left out", async () => {
  const again = { result: lacking("took too long"), lasting: false };
  expect(await lastingResult(scans(again, again))).toMatchObject({ json: renderJson(again.result) });
});

test("what differs each time is not kept", async () => {
  const differing = ["one", "two", "three"].map((reason) => ({ result: lacking(reason), lasting: false }));
  await expect(lastingResult(scans(...differing))).rejects.toMatchObject({ name: "RetryError", message: "What it left out differs from one scan to the next. three" });
});

test("a cache that could not be used is told, and is no part of the result", async () => {
  const troubled: ScanResult = { ...whole, outcomes: [...whole.outcomes, { stage: "cache", status: "partial", reason: "It was locked." }] };
  expect(await lastingResult(scans({ result: troubled, lasting: true }))).toEqual({ result: whole, json: renderJson(whole), trouble: "It was locked." });
});

test("a scan that is not wanted any more has none", async () => {
  expect(await lastingResult(scans())).toBeUndefined();
});
