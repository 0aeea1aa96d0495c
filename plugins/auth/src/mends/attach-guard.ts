import type { Endpoint, Fix, Guard, JudgeInput } from "@muster/contract";
import { asWrittenDependencies, dependenciesExtractor, type WrittenDependencies } from "./written-dependencies.ts";

/** Fewer routes say nothing of what a module's routes have. */
const fewest = 2;

/**
 * Attaches to an open route the one dependency that guards every other route of its module. Nothing is offered where they
 * have several, where the route's decorator already attaches something, or where it takes more than one line.
 */
export function attachGuard(endpoint: Endpoint, input: JudgeInput): Fix | undefined {
  const { path, line, endLine, endColumn } = endpoint.span;
  const written = input.facts(dependenciesExtractor.name).find((one) => one.path === path);
  if (!written || line !== endLine) return undefined;
  const module = asWrittenDependencies(written.fact);
  const bracket = module.routes.find((route) => route.line === line && route.column === endColumn - 1);
  const dependency = soleDependency(endpoint, input, module);
  if (!bracket || dependency === undefined) return undefined;
  const at = { path, line, column: bracket.column, endLine: line, endColumn: bracket.column };
  return { title: `Add \`dependencies=[${dependency}]\`, which guards the other routes of this module`, edits: [{ span: at, text: `, dependencies=[${dependency}]` }] };
}

function soleDependency({ application, span }: Endpoint, input: JudgeInput, module: WrittenDependencies): string | undefined {
  const guarded = input.endpoints.filter((other) => other.application === application && other.span.path === span.path && other.posture === "protected");
  if (guarded.length < fewest) return undefined;
  const texts = new Set(guarded.map((other) => other.guards.filter(isOwn).map((guard) => textOf(guard, module)).find((text) => text !== undefined)));
  const [only] = texts;
  return texts.size === 1 ? only : undefined;
}

/** A dependency of the route or its handler that turns strangers away by itself, and asks for no more than a sign-in. */
function isOwn({ via, layer, verdict, requires }: Guard): boolean {
  return via === "dependency" && (layer === "route" || layer === "handler") && verdict === "rejects" && requires.every(({ kind }) => kind === "authenticated");
}

/** How the module writes a guard: the dependency by its own name, in one of the places that the proof passes. */
function textOf({ name, proof }: Guard, { depends }: WrittenDependencies): string | undefined {
  const last = name.slice(name.lastIndexOf(".") + 1);
  const named = (text: string): boolean => text.endsWith(`(${last})`) || text.endsWith(`.${last})`);
  return depends.find(({ line, column, text }) => named(text) && proof.some(({ span }) => span.line === line && span.endLine === line && column >= span.column && column < span.endColumn))?.text;
}
