import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ScanResult } from "@muster/contract";
import { scan } from "@muster/scanner";
import { expect, test } from "vitest";
import type { FixtureCase } from "./cases/fixture-case.ts";
import type { CaseSettings } from "./describe-case.ts";
import type { NamedPlugin } from "./engine/load-plugin.ts";
import { runPlugins } from "./engine/run-plugins.ts";

interface ScanSettings extends Omit<CaseSettings, "plugins"> {
  readonly plugins: readonly NamedPlugin[];
}

/**
 * Registers real scans, with worker threads and files on a disk: what is tested in one thread must be what people get,
 * whatever the number of threads. Only for the case with the most files, because starting threads costs more than all other tests.
 */
export function describeScans(cases: readonly FixtureCase[], settings: ScanSettings): void {
  const [largest] = cases.toSorted((a, b) => b.files.length - a.files.length);
  if (!largest) return;
  test(`${largest.name} is judged the same by real scans with one thread and with three`, async () => {
    const one = await scanOf(largest, settings, 1);
    const three = await scanOf(largest, settings, 3);
    expect(JSON.stringify(three, undefined, 1)).toBe(JSON.stringify(one, undefined, 1));
    const run = await runPlugins({ ...settings, files: largest.files, order: "sorted", roundTrip: false });
    expect(one.findings.map(({ rule, span, message }) => `${span.path}:${span.line} ${rule}: ${message}`).toSorted()).toEqual(run.said.map(({ rule, report, text }) => `${report.span.path}:${report.span.line} ${rule}: ${text}`).toSorted());
    expect(one.endpoints.map(({ method, path, posture }) => `${method} ${path} ${posture}`).toSorted()).toEqual(run.endpoints.map(({ method, path, posture }) => `${method} ${path} ${posture}`).toSorted());
  }, 120_000);
}

async function scanOf(fixture: FixtureCase, settings: ScanSettings, threads: number): Promise<ScanResult> {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), "muster-case-"));
  // A folder of one name each time: it is part of the result.
  const folder = path.join(root, "case");
  try {
    for (const file of fixture.files) {
      const place = path.join(folder, file.path);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, file.text);
    }
    return await scan({ root: folder, plugins: settings.plugins.map(({ specifier, options }) => ({ specifier, options })), threads, approvedPublic: settings.approvedPublic }).result;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
