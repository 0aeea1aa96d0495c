import { expect, test } from "vitest";

import { closingLine, sumTallies, tallyReport } from "./test-tally.mjs";

const report = { success: true, numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };

test("tests of all packages are summed, those still to be written among the skipped", () => {
  const failing = { ...report, success: false, numFailedTests: 2 };
  expect(closingLine(sumTallies([tallyReport(report), tallyReport(failing)]))).toBe("6 passed, 2 failed, 4 skipped");
});

test("a file that could not be loaded is a failure", () => {
  const broken = { ...report, success: false, testResults: [{ status: "failed", assertionResults: [] }] };
  expect(tallyReport(broken)).toMatchObject({ failed: 1 });
});

test("a run that failed outside its tests is a failure", () => {
  expect(tallyReport({ ...report, success: false })).toMatchObject({ failed: 1 });
});

test("a package that left no report is a failure", () => {
  expect(tallyReport(undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
