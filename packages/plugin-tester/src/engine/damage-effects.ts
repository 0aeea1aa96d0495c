import type { Run } from "./run-plugins.ts";

/**
 * What a damaged run calls safe and the whole one did not: endpoints that became protected and controls that became a
 * pass. What is not analysed must never look like clean.
 */
export function newPasses(whole: Run, damaged: Run): string[] {
  const names = new Map([...whole.endpoints, ...damaged.endpoints].map((endpoint) => [endpoint.id, `${endpoint.method} ${endpoint.path}`]));
  const safe = new Set(whole.endpoints.filter((endpoint) => endpoint.posture === "protected").map((endpoint) => endpoint.id));
  const passed = new Set(whole.results.filter((result) => result.status === "pass").map(({ control, endpoint = "" }) => `${control} ${endpoint}`));
  const protections = damaged.endpoints.filter((endpoint) => endpoint.posture === "protected" && !safe.has(endpoint.id)).map((endpoint) => `${endpoint.method} ${endpoint.path} became protected: ${endpoint.proof.at(-1)?.note ?? "without a proof"}`);
  const passes = damaged.results
    .filter(({ control, endpoint = "", status }) => status === "pass" && !passed.has(`${control} ${endpoint}`))
    .map(({ control, endpoint, reason }) => `${control} of ${endpoint === undefined ? "the repository" : (names.get(endpoint) ?? endpoint)} became a pass: ${reason}`);
  return [...protections, ...passes];
}

/** Endpoints that a damaged run lost without a word: no file is called damaged, and no place more unresolved. */
export function silentLosses(whole: Run, damaged: Run): string[] {
  if (damaged.models.some((model) => (model.damaged ?? []).length > 0) || placesLost(damaged) > placesLost(whole)) return [];
  const there = new Set(damaged.endpoints.map((endpoint) => endpoint.id));
  return whole.endpoints.filter((endpoint) => !there.has(endpoint.id)).map(({ method, path }) => `${method} ${path} is gone, and nothing says that something was not analysed`);
}

function placesLost(run: Run): number {
  return run.models.reduce((total, { coverage }) => total + coverage.unresolved.length, 0);
}
