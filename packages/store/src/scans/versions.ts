import { createHash } from "node:crypto";
import type { Application, ControlResult, ScanResult } from "@muster/contract";
import type { EndpointDocument } from "../schema/tables.ts";
import { attributeTerms } from "../inventory/attribute-terms.ts";
import { severityRank } from "../inventory/severity-rank.ts";

/** One version of something, as a row that is written. `digest` is of the document: equal versions are one row. */
export interface VersionRow {
  readonly digest: string;
  readonly key: string;
  readonly document: object;
  readonly [column: string]: unknown;
}

export type VersionKind = "application" | "endpoint" | "finding";

/** What of a kind is kept in columns of its own, for filters and orders, with their types. */
export const versionColumns: Readonly<Record<VersionKind, Readonly<Record<string, string>>>> = {
  application: { name: "text", framework: "text", folder: "text" },
  endpoint: { application_key: "text", method: "text", path: "text", posture: "text", framework: "text", folder: "text", failing: "text[]", undecided: "text[]", attributes: "text[]" },
  finding: { rule: "text", severity: "smallint", confidence: "text", message: "text", path: "text", line: "int", folder: "text", endpoint_key: "text", secret: "boolean", waived: "boolean", attributes: "text[]" },
};

/** The versions that a result holds, by kind. */
export function versionsIn(result: ScanResult): Readonly<Record<VersionKind, readonly VersionRow[]>> {
  const applications = new Map(result.applications.map((application) => [application.id, application]));
  const controls = Map.groupBy(result.results, ({ endpoint }) => endpoint);
  return {
    application: result.applications.map((application) => version(application.id, application, { name: application.name, framework: application.framework, folder: application.folder })),
    endpoint: result.endpoints.map((endpoint) => {
      const document: EndpointDocument = { endpoint, controls: controls.get(endpoint.id) ?? [] };
      const application = applications.get(endpoint.application);
      const { method, path, posture } = endpoint;
      return version(endpoint.id, document, { application_key: endpoint.application, method, path, posture, framework: application?.framework ?? "", folder: application?.folder ?? "", failing: idsOf(document.controls, ["fail"]), undecided: idsOf(document.controls, ["indeterminate", "error"]), attributes: attributeTerms(endpoint) });
    }),
    finding: [...result.findings.map((finding) => ({ finding, waived: false })), ...result.waived.map((finding) => ({ finding, waived: true }))].map(({ finding, waived }) => {
      const { rule, severity, confidence, message, span, endpoint } = finding;
      return version(finding.fingerprint, finding, { rule, severity: severityRank(severity), confidence, message, path: span.path, line: span.line, folder: ownerFolder(span.path, result.applications), endpoint_key: endpoint ?? null, secret: rule.startsWith("secrets/"), waived, attributes: attributeTerms(finding) });
    }),
  };
}

function version(key: string, document: object, columns: { readonly [column: string]: unknown }): VersionRow {
  return { ...columns, key, document, digest: createHash("sha256").update(JSON.stringify(document)).digest("hex") };
}

function idsOf(results: readonly ControlResult[], statuses: readonly ControlResult["status"][]): readonly string[] {
  return [...new Set(results.filter(({ status }) => statuses.includes(status)).map(({ control }) => control))].toSorted();
}

/** The folder of the service that a file belongs to: the deepest one of an application that holds it, else its first folder. */
function ownerFolder(path: string, applications: readonly Application[]): string {
  const holding = applications.map(({ folder }) => folder).filter((folder) => folder !== "" && path.startsWith(`${folder}/`));
  return holding.toSorted((a, b) => b.length - a.length)[0] ?? (path.includes("/") ? path.slice(0, path.indexOf("/")) : "");
}
