import type { Finding } from "@muster/contract";
import { expect, test } from "vitest";
import { proveFixes } from "./prove-fixes.ts";

const span = { path: "a.py", line: 1, column: 1, endLine: 1, endColumn: 2 };
const finding = (identity: string, fingerprint = identity): Finding => ({ fingerprint, identity, rule: "r", severity: "low", confidence: "low", message: "", span, symbol: "", proof: [], showCode: true });
const [first, second] = [finding("twice", "twice 0"), finding("twice", "twice 1")];

test("of two alike, the one that is left does not stand for the one that was mended", () => {
  expect(proveFixes([first], [first, second], [first])).toEqual({ remaining: [], added: [] });
  expect(proveFixes([first, second], [first, second], [])).toEqual({ remaining: [], added: [] });
});

test("what is still found, and what was not there before, is told", () => {
  expect(proveFixes([first], [first, second], [first, second])).toEqual({ remaining: [first], added: [] });
  expect(proveFixes([first, second], [first, second], [first])).toEqual({ remaining: [second], added: [] });
  expect(proveFixes([first], [first], [finding("other")])).toEqual({ remaining: [], added: [finding("other")] });
  expect(proveFixes([first], [first], [first, second])).toEqual({ remaining: [first], added: [second] });
});
