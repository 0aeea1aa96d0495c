import type { MountCondition, Step, Unresolved } from "@muster/contract";
import { argumentsOf, elementsOf, findInMro, importDotted, isLibrary, knownText, loadLimits, oneOfSeveral, placeKey, render, spanOfPlace, textOf, type ConditionList, type Instance, type Machine, type Place, type Value } from "@muster/python";
import { enter, mountConditions, neverHolds, reasonOf, takenBy, leftBy } from "@muster/web";
import { urlpatternsOf, urlRecordOf } from "./models/url-patterns.ts";
import { patternSegments, regexTemplate, routeTemplate } from "./path-template.ts";

/** One pattern of the URL configuration with everything that the resolvers around it add. */
export interface UrlEntry {
  readonly path: string;
  readonly callback: Value;
  /** Arguments that the patterns on the way add to those of the path. */
  readonly kwargs: ReadonlyMap<string, Value>;
  readonly place: Place;
  readonly conditions: readonly MountCondition[];
  /** The earlier pattern that takes all its requests, whatever their method. */
  readonly unreachable?: Step;
  /** Where the same pattern is declared again. */
  readonly overridden: readonly Step[];
  /** Set for an application that is listed as one entry: the administration. */
  readonly collapsed?: string;
}

export interface UrlTable {
  readonly entries: readonly UrlEntry[];
  readonly unresolved: readonly Unresolved[];
  readonly mounts: { readonly resolved: number; readonly unresolved: number };
}

interface Context {
  readonly template: string;
  /** The joined expressions, to know patterns that an earlier one hides. */
  readonly expression: string;
  readonly kwargs: ReadonlyMap<string, Value>;
  readonly conditions: readonly (ConditionList | undefined)[];
  readonly around: readonly Value[];
}

/**
 * Flattens a root URL configuration in the order in which Django tries its patterns.
 *
 * @param language The one that is active where no request chose another: `LANGUAGE_CODE`.
 */
export function urlTable(machine: Machine, root: Value, place: Place, language: string): UrlTable {
  const entries: Declared[] = [];
  const unresolved: Unresolved[] = [];
  const mounts = { resolved: 0, unresolved: 0 };
  const lost = new Set<string>();
  const answered = new Map<string, Declared>();

  const lose = (what: "mount" | "route", reason: string, at: Place): void => {
    // A loop that is walked many times loses the same thing at the same place.
    const key = `${what} ${placeKey(at)} ${reason}`;
    if (lost.has(key)) return;
    lost.add(key);
    unresolved.push({ what, reason, span: spanOfPlace(at) });
    if (what === "mount") mounts.unresolved++;
  };

  const visitList = (list: Value, context: Context, at: Place): void => {
    if (context.around.length > 40 || context.around.includes(list)) return lose("mount", "a URL configuration that includes itself", at);
    const inner = { ...context, around: [...context.around, list] };
    if (list.kind !== "list" && list.kind !== "tuple" && list.kind !== "set" && list.kind !== "instance" && list.kind !== "union") return lose("mount", `the list of URLs is not known: ${whyNot(list)}`, at);
    const { items, open } = elementsOf(machine, list, at);
    for (const item of items) {
      // One that stands for others that are not known: said below.
      if (open !== undefined && urlRecordOf(item.value) === undefined) continue;
      visit(item.value, { ...inner, conditions: [...inner.conditions, item.when] }, at);
    }
    if (open !== undefined) lose("mount", `the list of URLs is not known whole: ${open}`, at);
  };

  const visit = (value: Value, context: Context, at: Place): void => {
    const record = urlRecordOf(value);
    if (!record || value.kind !== "instance") {
      // A list in a list is the star that was forgotten; Django refuses it.
      return lose("route", `this entry of the list of URLs is not known: ${whyNot(value)}`, value.kind === "symbolic" && value.place ? value.place : at);
    }
    const part = partOf(value, language);
    const inner: Context = {
      ...context,
      template: context.template + part.template,
      expression: `${context.expression}\n${part.expression}`,
      kwargs: new Map([...context.kwargs, ...entriesOf(value.attributes.get(record.kind === "pattern" ? "default_args" : "default_kwargs"))]),
      conditions: [...context.conditions, record.conditions],
    };
    if (part.reason !== undefined) lose("mount", part.reason, record.place);
    if (record.kind === "pattern") addPattern(value, inner, record.place, at);
    else visitResolver(value, inner, record.place);
  };

  const addPattern = (pattern: Instance, context: Context, declared: Place, at: Place): void => {
    if (neverHolds(context.conditions)) return;
    const callback = pattern.attributes.get("callback") ?? { kind: "const", value: null };
    const answering = answered.get(context.expression);
    if (answering) {
      const { module, s } = declared ?? at;
      // A configuration that is included twice declares nothing twice.
      if (answering.callback !== callback && (answering.place.module !== module || answering.place.s !== s)) answering.overridden.push({ span: spanOfPlace(declared ?? at), note: "the same pattern is declared here again" });
      return;
    }
    const conditions = conditionsIn(context);
    const entry: Declared = { path: withSlash(context.template), callback, kwargs: context.kwargs, place: declared ?? at, conditions, expression: context.expression, overridden: [] };
    if (conditions.length === 0) answered.set(context.expression, entry);
    entries.push(entry);
  };

  const visitResolver = (resolver: Instance, context: Context, declared: Place): void => {
    const conf = resolver.attributes.get("urlconf_name");
    const app = knownText(resolver.attributes.get("app_name"));
    if (conf?.kind === "instance" && findInMro(conf.class, "collapsed_urls")) {
      mounts.resolved++;
      visitOwnPages(conf, context, declared);
      const callback = findInMro(conf.class, "collapsed_urls")?.value;
      if (callback?.kind === "function") entries.push({ path: withSlash(`${context.template}{path}`), callback: { kind: "method", self: conf, func: callback }, kwargs: context.kwargs, place: declared, conditions: conditionsIn(context), collapsed: app ?? "admin", expression: context.expression, overridden: [] });
      return;
    }
    if (conf && (conf.kind === "symbolic" || conf.kind === "external" || (conf.kind === "const" && conf.value === null))) return lose("mount", `the URL configuration included here is not known: ${whyNot(conf)}`, declared);
    mounts.resolved++;
    visitList(urlpatternsOf({ machine, place: declared }, resolver), context, declared);
  };

  /** Pages that an administration site of the repository adds by itself. */
  const visitOwnPages = (admin: Instance, context: Context, declared: Place): void => {
    const own = findInMro(admin.class, "get_urls")?.value;
    if (own?.kind !== "function" || isLibrary(own.place.module.path)) return;
    const urls = machine.within("load", loadLimits, () => enter(machine, own, argumentsOf(admin), declared)).findLast((exit) => exit.kind === "return")?.value;
    if (urls) visitList(urls, context, declared);
  };

  visitList(root, { template: "", expression: "", kwargs: new Map(), conditions: [], around: [] }, place);
  return { entries: inOrder(withExpressions(entries), entries), unresolved, mounts };
}

/** Django gives a request to the first pattern that matches its path, and looks at the method behind it. */
function inOrder(shown: readonly UrlEntry[], entries: readonly Declared[]): UrlEntry[] {
  const ordered = entries.map(({ expression, conditions, collapsed }) => ({ method: undefined, segments: collapsed === undefined ? patternSegments(expression) : undefined, conditions }));
  const takers = takenBy(ordered);
  const left = leftBy(ordered);
  return shown.map((entry, index) => {
    const taker = takers[index] === undefined ? undefined : entries[takers[index]];
    if (taker) return { ...entry, unreachable: { span: spanOfPlace(taker.place), note: `${taker.path} comes before it and takes all its requests` } };
    const more = left[index] ?? [];
    return more.length > 0 ? { ...entry, conditions: [...entry.conditions, ...more] } : entry;
  });
}

/** Patterns that are shown alike and match different texts: which of them answers depends on the text. */
function withExpressions(entries: readonly Declared[]): UrlEntry[] {
  const byPath = new Map<string, Set<string>>();
  for (const { path, expression } of entries) byPath.set(path, (byPath.get(path) ?? new Set()).add(expression));
  return entries.map((entry) => {
    if ((byPath.get(entry.path)?.size ?? 0) < 2) return entry;
    const text = entry.expression.split("\n").map((part) => part.slice(part.indexOf(":") + 1)).join("");
    return { ...entry, conditions: [...entry.conditions, { text: `the path matches ${text}`, holds: true, span: spanOfPlace(entry.place) }] };
  });
}

interface Declared extends UrlEntry {
  readonly expression: string;
  readonly overridden: Step[];
}

/** What an entry depends on. That it is in one of several lists says no more where the branch that put it there is known. */
function conditionsIn(context: Context): MountCondition[] {
  const all = mountConditions(context.conditions);
  const known = all.filter((one) => one.text !== oneOfSeveral);
  return known.length > 0 ? known : all;
}

interface Part {
  readonly template: string;
  readonly expression: string;
  /** Why a piece of it is not known. */
  readonly reason?: string;
}

function partOf(entry: Instance, language: string): Part {
  const pattern = entry.attributes.get("pattern");
  if (pattern?.kind !== "instance") return { template: "{?}", expression: "?", reason: "the pattern of this URL is not known" };
  const kind = pattern.class.mro.find((cls) => /\.(RoutePattern|RegexPattern|LocalePrefixPattern)$/.test(cls.name))?.name.split(".").at(-1);
  if (kind === "LocalePrefixPattern") {
    const prefix = pattern.attributes.get("prefix_default_language");
    // The default language stands for all: the others differ from it by nothing but the prefix.
    return { template: prefix?.kind === "const" && prefix.value === false ? "" : `${language}/`, expression: "locale" };
  }
  const value = pattern.attributes.get(kind === "RegexPattern" ? "_regex" : "_route");
  if (!value) return { template: "{?}", expression: "?", reason: "the pattern of this URL is not known" };
  const text = textOf(value);
  const known = knownText(text);
  const shown = known ?? render(text, () => "\u0000");
  const template = (kind === "RegexPattern" ? regexTemplate(shown) : routeTemplate(shown)).replaceAll("\u0000", "{?}");
  return { template, expression: `${kind}:${shown}`, ...(known === undefined && { reason: `a part of this URL is not known: ${whyNot(text)}` }) };
}

function entriesOf(value: Value | undefined): [string, Value][] {
  if (value?.kind !== "dict") return [];
  return [...value.entries.values()].flatMap((entry): [string, Value][] => {
    const name = knownText(entry.key);
    return name === undefined ? [] : [[name, entry.value]];
  });
}

function whyNot(value: Value): string {
  if (value.kind !== "union") return reasonOf(value);
  const open = value.options.find((option) => option.kind === "external" || option.kind === "symbolic");
  return open ? reasonOf(open) : "it is one of several values";
}

function withSlash(template: string): string {
  return template.startsWith("/") ? template : `/${template}`;
}

/** The URL configuration that a setting names: a module by its dotted name. */
export function rootConfiguration(machine: Machine, name: Value, place: Place): Value | undefined {
  const dotted = knownText(name);
  return dotted === undefined ? undefined : importDotted(machine, dotted, place);
}
