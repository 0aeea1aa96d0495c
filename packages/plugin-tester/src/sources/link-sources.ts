import type { Endpoint, HandlerTrace, Json, LinkedModel, Plugin, Span } from "@muster/contract";
import { runPlugins } from "../engine/run-plugins.ts";

/** Texts by path. The order of the paths is the order in which files are listed. */
export type Sources = Readonly<Record<string, string>>;

/**
 * Links sources in memory as the host does, with the extractors, the linker and the frameworks of these plugins. `options` by the plugin's
 * name; `memory` is what the linker keeps from one state of the sources to the next.
 */
export async function linkSources(plugins: readonly Plugin[], sources: Sources, options: Readonly<Record<string, Json>> = {}, memory?: Map<string, unknown>): Promise<LinkedModel> {
  const { models } = await runPlugins({
    files: Object.entries(sources).map(([path, text]) => ({ path, text })),
    plugins: plugins.map((plugin) => ({ plugin, options: options[plugin.name] ?? null })),
    approvedPublic: [],
    order: "sorted",
    roundTrip: true,
    ...(memory && { memory }),
  });
  const [model, ...others] = models;
  if (model === undefined || others.length > 0) throw new Error(`One linker is needed, and ${plugins.map((plugin) => plugin.name).join(", ")} have ${models.length}. Hand over the plugin of the language, and of its frameworks.`);
  return model;
}

/** Endpoints as `METHOD /path`, sorted. */
export function routesOf(model: LinkedModel): string[] {
  return model.endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`).sort();
}

/** The endpoint of a method and path: `GET /items`. */
export function endpointOf(model: LinkedModel, route: string): Endpoint {
  const found = model.endpoints.find((endpoint) => `${endpoint.method} ${endpoint.path}` === route);
  if (!found) throw new Error(`There is no endpoint ${route}, only: ${routesOf(model).join(", ")}`);
  return found;
}

export function traceOf(model: LinkedModel, route: string): HandlerTrace {
  const trace = model.trace(endpointOf(model, route).id);
  if (!trace) throw new Error(`There is no trace of ${route}.`);
  return trace;
}

/** The source line that a span begins on, without its indentation. */
export function lineAt(sources: Sources, span: Span): string {
  return sources[span.path]?.split("\n")[span.line - 1]?.trim() ?? "";
}
