/**
 * What a test run came to, over all packages.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * Counts one vitest report. A file that could not be loaded has no tests to count: it is one failure.
 *
 * @param {unknown} report What vitest's json reporter wrote; undefined where it wrote nothing, which is one failure too.
 * @returns {Tally}
 */
export function tallyReport(report) {
  if (!isReport(report)) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"));
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    // A run may fail by an error outside any test.
    failed: report.success ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumTallies(tallies) {
  return tallies.reduce(
    (sum, tally) => ({ passed: sum.passed + tally.passed, failed: sum.failed + tally.failed, skipped: sum.skipped + tally.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** @param {Tally} tally */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * @typedef {{
 *   success: boolean, numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[],
 * }} VitestReport
 * @param {unknown} value
 * @returns {value is VitestReport}
 */
function isReport(value) {
  return typeof value === "object" && value !== null && "numPassedTests" in value && "testResults" in value;
}
