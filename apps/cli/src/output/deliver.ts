import type { ScanResult } from "@muster/contract";
import type { SourceReader } from "@muster/reporters";
import type { Output } from "../arguments/outputs.ts";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { Session } from "../environment/session.ts";
import { suggestion } from "../nearest.ts";
import { writeFileWhole } from "./write-file-whole.ts";
import { writeText } from "./write-text.ts";

/** A rendered report and where it goes. */
interface Delivery {
  readonly text: string;
  readonly file?: string;
}

/** What rendering needs beside the result. */
export interface Rendering {
  readonly terminal: (file: string | undefined) => Promise<string>;
  readonly source: SourceReader;
}

/** Renders each output and writes it. What goes to files is told on standard error. */
export async function deliver(outputs: readonly Output[], result: ScanResult, rendering: Rendering, given: Arguments, session: Session): Promise<void> {
  const deliveries: Delivery[] = [];
  for (const output of outputs) deliveries.push(...(await render(output, result, rendering, given)));
  await writeDeliveries(deliveries, given, session);
}

/** Writes rendered reports. */
export async function writeDeliveries(deliveries: readonly Delivery[], given: Arguments, session: Session): Promise<void> {
  for (const { text, file } of deliveries) {
    if (file === undefined) await writeText(session.stdout, text);
    else {
      await writeFileWhole(file, text);
      if (given.switches.get("quiet") !== true) await writeText(session.stderr, `muster: wrote ${file}\n`);
    }
  }
}

async function render(output: Output, result: ScanResult, { terminal, source }: Rendering, given: Arguments): Promise<readonly Delivery[]> {
  const place = output.file === undefined ? {} : { file: output.file };
  switch (output.format) {
    case "terminal":
      return [{ text: await terminal(output.file), ...place }];
    case "html":
      return [{ text: (await import("@muster/reporters/html")).renderHtml(result, { source }), ...place }];
    case "markdown":
      return [{ text: (await import("@muster/reporters/markdown")).renderMarkdown(result), ...place }];
    case "csv":
      return [{ text: (await import("@muster/reporters/csv")).renderCsv(result), ...place }];
    case "json":
      return [{ text: (await import("@muster/reporters/json")).renderJson(result), ...place }];
    case "sarif": {
      const category = lastValue(given, "category");
      return [{ text: (await import("@muster/reporters/sarif")).renderSarif(result, category === undefined ? {} : { category }), ...place }];
    }
    case "openapi":
      return openApi(output, result);
    case "oscal":
      throw new CommandError(2, "There is no oscal report of one scan.", "muster report tells of a period, as OSCAL too.");
    default:
      return output.format satisfies never;
  }
}

/** One document per application: to standard output or a named file for one; beside each other, by the application's name, for several. */
async function openApi(output: Output, result: ScanResult): Promise<readonly Delivery[]> {
  const { renderOpenApi } = await import("@muster/reporters/openapi");
  const documents = renderOpenApi(result);
  const [first] = documents;
  if (first === undefined) throw new CommandError(3, "There is no application to describe.", "Muster found none; the terminal report says what could not be resolved.");
  if (documents.length === 1) return [{ text: first.text, ...(output.file === undefined ? {} : { file: output.file }) }];
  const { file } = output;
  if (file === undefined) {
    throw new CommandError(2, `There are ${documents.length} applications, and each has a document of its own: ${documents.map((document) => document.application.name).join(", ")}.`, "Name one with --application NAME, or give --output FILE to write them all beside each other.");
  }
  const taken = new Set<string>();
  return documents.map((document) => {
    const name = uniqueName(`${document.application.folder}-${document.application.name}`.replaceAll(/[^A-Za-z0-9]+/gu, "-").replaceAll(/^-+|-+$/gu, ""), taken);
    return { text: document.text, file: file.replace(/(?:(?:\.openapi)?\.json)?$/iu, (ending) => `.${name}${ending === "" ? ".json" : ending}`) };
  });
}

function uniqueName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let repeat = 2; taken.has(name); repeat += 1) name = `${wanted}-${repeat}`;
  taken.add(name);
  return name;
}

/** The result limited to one application where `--application` names it. */
export function onlyApplication(result: ScanResult, given: Arguments, which: "must be there" | "if there" = "must be there"): ScanResult {
  const name = lastValue(given, "application");
  if (name === undefined) return result;
  const ids = new Set(result.applications.filter((application) => application.name === name || application.id === name).map((application) => application.id));
  if (ids.size === 0 && which === "must be there") {
    const names = result.applications.map((application) => application.name);
    throw new CommandError(2, `There is no application ${JSON.stringify(name)}.${suggestion(name, names)}`, names.length > 0 ? `Applications: ${names.join(", ")}.` : "No application was found.");
  }
  const endpoints = result.endpoints.filter((endpoint) => ids.has(endpoint.application));
  const kept = new Set(endpoints.map((endpoint) => endpoint.id));
  return {
    ...result,
    applications: result.applications.filter((application) => ids.has(application.id)),
    endpoints,
    findings: result.findings.filter((finding) => finding.endpoint === undefined || kept.has(finding.endpoint)),
    results: result.results.filter((item) => item.endpoint === undefined || kept.has(item.endpoint)),
  };
}
