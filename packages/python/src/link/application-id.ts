import { createHash } from "node:crypto";

/** Stable: framework and symbol. */
export function applicationId(framework: string, name: string): string {
  return digest("application", framework, name);
}

/** Stable: application, method and path with parameter names left out, so that renaming one changes nothing. */
export function endpointId(application: string, method: string, path: string): string {
  return digest("endpoint", application, method, path.replace(/\{[^{}]*\}/g, "{}"));
}

function digest(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 24);
}
