import { compareSpans, compareText, type LinkedModel, type LinkInput } from "@muster/contract";
import type { PythonFramework } from "../framework.ts";
import { WantedCalls } from "../survey/wanted-calls.ts";
import { findUnmodelled, routeHints, type Unmodelled } from "./unmodelled.ts";

/** Where evaluation begins. */
export interface LinkStart {
  readonly frameworks: readonly PythonFramework[];
  /** Modules that name a framework or look like registering routes, whatever their role: they run where they are imported. */
  readonly named: ReadonlySet<string>;
  /** Those of them that are the product's own. */
  readonly starts: ReadonlySet<string>;
  /** Modules of the product that a framework names which only adds to others: run last. */
  readonly beside: readonly string[];
  /** Calls that analyses ask for, and the modules that may make them. */
  readonly wanted: WantedCalls;
  readonly surveyed: ReadonlySet<string>;
}

/** Looks where to begin, and loads the evaluator only where there is something to evaluate. */
export async function startLinking(input: LinkInput): Promise<LinkedModel> {
  const present = new Set([...input.hints.values()].flat());
  // One without hints only extends others.
  const frameworks = input.frameworks.filter(isPythonFramework).filter((framework) => framework.hints.length === 0 || framework.hints.some((hint) => present.has(hint)));
  const namedBy = (wanted: readonly PythonFramework[]): Set<string> => new Set([...input.hints].filter(([, hints]) => wanted.some((framework) => framework.hints.some((hint) => hints.includes(hint)))).map(([path]) => path));
  const ownOf = (paths: ReadonlySet<string>): string[] => input.files.filter((file) => file.role === "source" && paths.has(file.path)).map((file) => file.path);
  const named = namedBy(frameworks.filter((framework) => framework.aside !== true));
  const starts = new Set(ownOf(named));
  const wanted = new WantedCalls(input.calls ?? []);
  const surveyed = new Set(input.files.filter((file) => file.role === "source" && input.hints.get(file.path)?.some((hint) => wanted.hints.has(hint))).map((file) => file.path));
  if (starts.size === 0 && surveyed.size === 0) return emptyModel(await findUnmodelled(input));
  const { link } = await import("./linker.ts");
  // A module that imports a blueprint from its neighbour and registers routes on it need not name the framework.
  const registering = [...input.hints].filter(([, hints]) => routeHints.some((hint) => hints.includes(hint))).map(([path]) => path);
  const beside = ownOf(namedBy(frameworks.filter((framework) => framework.aside === true))).filter((path) => !starts.has(path)).sort(compareText);
  return link(input, { frameworks, named: new Set([...named, ...registering]), starts, beside, wanted, surveyed });
}

function isPythonFramework(framework: LinkInput["frameworks"][number]): framework is PythonFramework {
  return framework.language === "python" && ("load" in framework || "library" in framework);
}

function emptyModel(elsewhere: Unmodelled): LinkedModel {
  return {
    applications: [],
    endpoints: [],
    coverage: {
      mounts: { resolved: 0, unresolved: 0 },
      routes: { resolved: 0, unresolved: elsewhere.places.reduce((all, one) => all + one.routes, 0) },
      unresolved: elsewhere.places.map((one) => one.unresolved).sort((a, b) => compareSpans(a.span, b.span) || compareText(a.reason, b.reason)),
    },
    consulted: [...elsewhere.consulted].sort(compareText),
    missed: [],
    damaged: elsewhere.damaged,
    trace: () => undefined,
  };
}
