import { createHash } from "node:crypto";

/** Stable: framework, symbol, and the folder of the service where there are several. */
export function applicationId(framework: string, name: string, folder: string): string {
  return folder === "" ? digest("application", framework, name) : digest("application", framework, name, folder);
}

/** Stable: application, method and path with parameter names left out, so that renaming one changes nothing. */
export function endpointId(application: string, method: string, path: string): string {
  return digest("endpoint", application, method, path.replace(/\{[^{}]*\}/g, "{}"));
}

function digest(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 24);
}
