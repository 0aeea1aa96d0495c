import { describe, expect, test } from "vitest";
import type { FixtureCase } from "./cases/fixture-case.ts";
import { brokenFixes } from "./engine/broken-fixes.ts";
import { damaged, damages } from "./engine/break-syntax.ts";
import { newPasses, silentLosses } from "./engine/damage-effects.ts";
import { outlineOf } from "./engine/outline.ts";
import { runPlugins, type Run, type RunRequest } from "./engine/run-plugins.ts";
import { compareEndpoints } from "./expectations/compare-endpoints.ts";
import { compareFindings } from "./expectations/compare-findings.ts";
import type { Expectation } from "./expectations/expectation.ts";
import { formatMismatches } from "./expectations/mismatch.ts";

export type CaseSettings = Pick<RunRequest, "plugins" | "approvedPublic">;

/** Registers the tests of one case: as it is, in another order, with facts through JSON, and damaged in every way. */
export function describeCase(fixture: FixtureCase, expectations: readonly Expectation[], rules: ReadonlySet<string>, settings: CaseSettings): void {
  const run = (files: FixtureCase["files"], other: Partial<RunRequest> = {}): Promise<Run> => runPlugins({ ...settings, files, order: "sorted", roundTrip: false, ...other });
  let first: Promise<Run> | undefined;
  const whole = (): Promise<Run> => (first ??= run(fixture.files));

  describe(`${fixture.name}`, () => {
    test("is judged as its comments say", async () => {
      expect(disagreements(fixture, expectations, rules, await whole()), "`+` is reported and not expected, `-` is expected and not reported").toBe("");
    });
    test("is judged the same in any order of files", async () => {
      expect(outlineOf(await run(fixture.files, { order: "reversed" }))).toBe(outlineOf(await whole()));
    });
    test("is judged the same when facts have been through JSON", async () => {
      expect(outlineOf(await run(fixture.files, { roundTrip: true }))).toBe(outlineOf(await whole()));
    });
    test("is mended by the fixes that its reports carry", async () => {
      expect(await brokenFixes(await whole(), fixture.files, run)).toEqual([]);
    });
    for (const damage of damages) {
      test(`loses nothing in silence and has nothing called safe because of ${damage.name}`, async () => {
        const broken = damaged(fixture, damage);
        const after = await run(broken.files);
        expect(newPasses(await whole(), after)).toEqual([]);
        expect(damage.isError ? silentLosses(await whole(), after) : []).toEqual([]);
        expect(damage.keepsFindings ? disagreements(broken, expectations, rules, after) : "", `with ${damage.name}`).toBe("");
      });
    }
  });
}

function disagreements(fixture: FixtureCase, expectations: readonly Expectation[], rules: ReadonlySet<string>, run: Run): string {
  const found = compareFindings(expectations.filter((one) => one.kind !== "endpoint"), run.said, rules);
  const listed = compareEndpoints(expectations.filter((one) => one.kind === "endpoint"), run.endpoints);
  return formatMismatches(fixture, [...found, ...listed]);
}
