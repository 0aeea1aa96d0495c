import type { Extractor, Json } from "@muster/contract";
import { deploymentHints, deploymentPatterns, type DeploymentPattern } from "./patterns.ts";
import type { SiteKind } from "../site.ts";

/** One place of a deployment file. */
export interface DeploymentPlace {
  readonly kind: SiteKind;
  readonly of: string;
  readonly what: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Longer lines are data. */
const longestLine = 2_000;
const mostPlaces = 200;

/** What nginx, compose, Kubernetes, mesh and start-up files say of TLS between services. */
export const deployment: Extractor = {
  name: "transport/deployment",
  version: "2",
  wants: { extensions: [".yml", ".yaml", ".conf", ".template", ".j2", ".toml", ".sh", ".service", ".env", "Dockerfile", "Procfile", "gunicorn.conf.py", "gunicorn_conf.py", "gunicorn_config.py", "hypercorn_config.py"], roles: ["source"], maxBytes: 1024 * 1024 },
  when: "always",
  extract({ bytes, text }) {
    if (!deploymentHints.some((hint) => bytes.includes(hint))) return undefined;
    const places = placesIn(text());
    return places.length === 0 ? undefined : ({ places } as unknown as Json);
  },
};

function placesIn(text: string): readonly DeploymentPlace[] {
  const places: DeploymentPlace[] = [];
  let line = 0;
  // One YAML file holds several documents: what stands beside a line stands in its own.
  for (const document of text.split(/^(?=---\s*$)/m)) {
    const lines = document.split(/\r\n?|\n/);
    for (const [index, written] of joined(lines).entries()) {
      if (written.length > longestLine || places.length >= mostPlaces) continue;
      const code = withoutComment(written);
      if (code === "") continue;
      const found = deploymentPatterns.find((pattern) => fits(pattern, code, document));
      if (!found) continue;
      const shown = lines[index] ?? "";
      const column = shown.length - shown.trimStart().length + 1;
      places.push({ kind: found.kind, of: found.of, what: code.trim().replace(/\s+/g, " ").slice(0, 120), line: line + index + 1, column, endColumn: Math.max(column + 1, shown.trimEnd().length + 1) });
    }
    line += lines.length - 1;
  }
  return places;
}

function fits({ line, beside, unless, without }: DeploymentPattern, code: string, document: string): boolean {
  return line.test(code) && (beside === undefined || beside.test(document)) && (unless === undefined || !unless.test(code)) && (without === undefined || !without.test(document));
}

/** A command that goes on behind a backslash is one line, at the place of its first. */
function joined(lines: readonly string[]): readonly string[] {
  const out = [...lines];
  for (let index = out.length - 2; index >= 0; index--) {
    const line = out[index] ?? "";
    if (!/\\\s*$/.test(line)) continue;
    out[index] = `${line.replace(/\\\s*$/, " ")}${out[index + 1] ?? ""}`;
    out[index + 1] = "";
  }
  return out;
}

function withoutComment(line: string): string {
  return line.replace(/(?:^|\s)#.*$/, "").trimEnd();
}

/** The edge at which a stored fact becomes places again. */
export function placesOf(fact: Json): readonly DeploymentPlace[] {
  return (fact as unknown as { readonly places: readonly DeploymentPlace[] }).places;
}
