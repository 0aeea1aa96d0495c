import { expect, test } from "vitest";
import { readRefUpdate, refUpdateStatement, type RefUpdate } from "./ref-update.ts";

const push: RefUpdate = { repository: "shop", ref: "refs/heads/main", before: "a".repeat(40), after: "b".repeat(40), at: "2026-01-01T00:00:00Z", kind: "fast-forward", source: "webhook", delivery: "d-1", actor: "0123456789ab" };
const entry = { type: "ref-update", sequence: 7, sha256: "00", time: "2026-01-01T00:00:01.000Z" };

test("a push is read as it was kept", () => {
  expect(readRefUpdate({ entry, statement: refUpdateStatement(push) })).toEqual({ ...push, sequence: 7, recordedAt: entry.time });
  const deleted = refUpdateStatement({ ...push, after: "0".repeat(40), kind: "delete" });
  expect(deleted.subject[0]?.digest["gitCommit"]).toBe(push.before);
});

test.each([
  ["a commit that is none", { after: "main" }],
  ["no movement", { after: push.before }],
  ["a time without a zone", { at: "2026-01-01T00:00:00" }],
  ["a day that there is not", { at: "2026-13-01T00:00:00Z" }],
  ["a kind that there is not", { kind: "merge" }],
])("%s is no push", (_what, change) => {
  expect(() => refUpdateStatement(Object.assign({ ...push }, change))).toThrow("This is no push");
});
