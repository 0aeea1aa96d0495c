import { compareText, type Framework, type LinkInput, type Unresolved } from "@muster/contract";
import { spanOf } from "../parse/positions.ts";
import { asSummary } from "../parse/module-extractor.ts";
import { clientCalls } from "../parse/registration-sieve.ts";
import type { Expr, ModuleSummary, Stmt } from "../syntax.ts";

/** Frameworks that serve HTTP, by the text that names them. Where no plugin models one, its routes are counted as unresolved. */
const frameworks: Readonly<Record<string, string>> = {
  aiohttp: "aiohttp",
  bottle: "bottle",
  chalice: "chalice",
  cherrypy: "cherrypy",
  connexion: "connexion",
  django: "django",
  "django-ninja": "ninja",
  falcon: "falcon",
  flask: "flask",
  litestar: "litestar",
  pyramid: "pyramid",
  quart: "quart",
  robyn: "robyn",
  sanic: "sanic",
  tornado: "tornado",
};

const names: ReadonlySet<string> = new Set(Object.values(frameworks));

/** Texts of a method in quotes: a registry of one's own names methods and not the framework. */
const methodHints = ['"GET"', "'GET'", '"POST"', "'POST'", '"DELETE"', "'DELETE'"];

/** Texts of which a file that registers routes has one: what only names a framework (a client, a type) is not parsed. */
export const routeHints: readonly string[] = [".add_", ".route(", "path(", "url(", '.get("/', ".get('/", '.post("/', ".post('/", '.put("/', ".put('/", '.delete("/', ".delete('/", '.patch("/', "expose("];

/** Asks the host for files that may register routes of any framework. */
export const unmodelledFrameworks: Framework = { name: "unmodelled", language: "python", hints: [...Object.values(frameworks), ...methodHints, ...routeHints] };

export interface Unmodelled {
  /** One for each file. */
  readonly places: readonly UnmodelledPlace[];
  /** Paths that were read for it. */
  readonly consulted: readonly string[];
  /** Paths of those that did not parse everywhere, sorted. */
  readonly damaged: readonly string[];
}

/** Calls of one file that look like routes. */
export interface UnmodelledPlace {
  readonly routes: number;
  readonly unresolved: Unresolved;
  /** Told by methods and paths alone: where evaluation came by the file, it knows better. */
  readonly byMethod: boolean;
}

/** Those that evaluation did not come by. */
export function missedPlaces({ places }: Unmodelled, consulted: ReadonlySet<string>): readonly UnmodelledPlace[] {
  return places.filter((place) => !place.byMethod || !consulted.has(place.unresolved.span?.path ?? ""));
}

/**
 * Places that register routes of a framework which no plugin models: found by their shape alone, counted, and listed as
 * unresolved. Without this a repository of such a framework would look empty, and therefore clean.
 * @param evaluated Paths that evaluation came by: it knows better what is told by methods and paths alone.
 */
export async function findUnmodelled(input: LinkInput, evaluated: ReadonlySet<string> = new Set()): Promise<Unmodelled> {
  const modelled = new Set(input.frameworks.map((framework) => framework.name));
  const open = Object.entries(frameworks).filter(([name]) => !modelled.has(name));
  const named = new Map<string, string>();
  const byMethod: string[] = [];
  let present = false;
  for (const file of input.files) {
    if (file.role !== "source") continue;
    const hints = input.hints.get(file.path) ?? [];
    const framework = open.find(([, hint]) => hints.includes(hint));
    const byName = hints.some((hint) => methodHints.includes(hint));
    present ||= hints.some((hint) => names.has(hint));
    if (framework && (byName || hints.some((hint) => routeHints.includes(hint)))) named.set(file.path, framework[0]);
    else if (byName && !evaluated.has(file.path)) byMethod.push(file.path);
  }
  // Over a framework that has its plugin there may be a registry of the repository's own, which evaluation does not come by.
  if (named.size === 0 && !(present && byMethod.length > 0)) return { places: [], consulted: [], damaged: [] };
  input.progress(`looking for routes in ${named.size + byMethod.length} modules of frameworks without a plugin`);
  const facts = await input.demand([...named.keys(), ...(await input.sift(byMethod))].sort(compareText));
  const places: UnmodelledPlace[] = [];
  const damaged: string[] = [];
  for (const [path, fact] of facts) {
    if (fact.status !== "known") continue;
    const summary = asSummary(fact.fact);
    if (summary.errors.length > 0 || summary.cut) damaged.push(path);
    const found = registrations(summary, named.get(path));
    const [first] = found;
    if (!first) continue;
    const of = named.get(path);
    const what = found.length === 1 ? "a call from here on looks like a route" : `${found.length} calls from here on look like routes`;
    const why = of === undefined ? (named.size > 0 ? "no plugin for the framework behind it is loaded" : "nothing that was evaluated leads there") : `no plugin for ${of} is loaded`;
    places.push({ routes: found.length, byMethod: of === undefined, unresolved: { what: "route", reason: `${what}${of === undefined ? "" : ` of ${of}`}, and ${why}`, span: spanOf(path, summary.lines, first.s, first.e) } });
  }
  return { places, consulted: [...new Set([...facts.keys(), ...byMethod])], damaged: damaged.sort(compareText) };
}

const methods = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|\*)$/;
const routeDecorators = /^(route|get|post|put|patch|delete|websocket|expose|api_route)$/;
const routeCalls = /^(add_url_rule|add_route|add_get|add_post|add_put|add_patch|add_delete|add_view|add_static|register_blueprint)$/;

function isHandler(expr: Expr | undefined): boolean {
  return expr !== undefined && (expr.k === "name" || expr.k === "attr" || expr.k === "lambda" || expr.k === "call");
}

function registrations(summary: ModuleSummary, framework: string | undefined): Expr[] {
  const out: Expr[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    const at = node as Partial<Stmt & { k: "def" }> & Partial<Expr & { k: "call" }>;
    if (at.k === "def" && at.d) for (const decorator of at.d) if (framework !== undefined && isRouteDecorator(decorator)) out.push(decorator);
    if (at.k === "call" && isRegistration(at as Expr & { k: "call" }, framework)) out.push(at as Expr);
    for (const value of Object.values(node)) if (typeof value === "object") visit(value);
  };
  visit(summary.body);
  return out;
}

function isRouteDecorator(decorator: Expr): boolean {
  if (decorator.k !== "call" || decorator.f.k !== "attr" || !routeDecorators.test(decorator.f.n)) return false;
  const path = decorator.a[0]?.v;
  return path?.k === "fstr" || (path?.k === "const" && typeof path.v === "string" && (path.v === "" || path.v.startsWith("/")));
}

function isRegistration(call: Expr & { k: "call" }, framework: string | undefined): boolean {
  const name = call.f.k === "attr" ? call.f.n : call.f.k === "name" ? call.f.id : "";
  const [first, second, third] = call.a.map((arg) => arg.v);
  const isPath = (expr: Expr | undefined): boolean => expr?.k === "fstr" || (expr?.k === "const" && typeof expr.v === "string" && (expr.v === "" || expr.v.startsWith("/")));
  // `registry.add("GET", "/path", handler)`, whatever the registry is called.
  if (first?.k === "const" && typeof first.v === "string" && methods.test(first.v) && isPath(second)) return call.f.k === "attr" && !clientCalls.test(name) && isHandler(third);
  if (framework === undefined) return false;
  if (routeCalls.test(name)) return isPath(first) || isPath(second);
  return framework === "django" && /^(path|re_path|url)$/.test(name) && first?.k === "const" && typeof first.v === "string" && second !== undefined && second.k !== "const";
}
