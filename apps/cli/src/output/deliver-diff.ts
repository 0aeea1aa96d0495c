import type { ScanResult } from "@muster/contract";
import { reaches, type Threshold } from "@muster/reporters";
import type { ScanDiff } from "@muster/reporters/diff";
import type { TerminalOptions } from "@muster/reporters/terminal";
import type { Format, Output } from "../arguments/outputs.ts";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { writeDeliveries } from "./deliver.ts";

/** Formats that tell of a change. SARIF holds the whole later scan, each result with whether it is new. */
export const diffFormats: readonly Format[] = ["terminal", "markdown", "json", "sarif"];

export interface DiffRendering {
  readonly failOn: Threshold;
  readonly terminal: (file: string | undefined) => TerminalOptions;
}

/** Renders a diff to each output and writes it. */
export async function deliverDiff(outputs: readonly Output[], diff: ScanDiff, after: ScanResult, { failOn, terminal }: DiffRendering, given: Arguments, session: Session): Promise<void> {
  const category = lastValue(given, "category");
  const render = async ({ format, file }: Output): Promise<string> => {
    const reports = await import("@muster/reporters/diff");
    switch (format) {
      case "terminal":
        return reports.renderDiff(diff, after, { ...terminal(file), failOn });
      case "markdown":
        return reports.renderDiffMarkdown(diff, { failOn });
      case "json":
        return (await import("@muster/reporters/json")).renderJson(diff);
      case "sarif":
        return (await import("@muster/reporters/sarif")).renderSarif(after, { ...(category !== undefined && { category }), fresh: new Set(diff.findings.new.map(({ fingerprint }) => fingerprint)) });
      case "html":
      case "csv":
      case "openapi":
      case "oscal":
        throw new CommandError(2, `There is no ${format} report of a change.`, `Formats: ${diffFormats.join(", ")}.`);
      default:
        return format satisfies never;
    }
  };
  const deliveries = [];
  for (const output of outputs) deliveries.push({ text: await render(output), ...(output.file !== undefined && { file: output.file }) });
  await writeDeliveries(deliveries, given, session);
}

/** Only what is new fails. */
export function diffStatus({ before, after, findings }: ScanDiff, failOn: Threshold): ExitStatus {
  if (before.status === "partial" || after.status === "partial") return 3;
  return findings.new.some((finding) => reaches(finding, failOn)) ? 1 : 0;
}
