import type { Unresolved } from "@muster/contract";
import { findInMro, importDotted, isSubclass, knownText, none, render, spanOfPlace, textOf, type ClassValue, type ConditionList, type Instance, type Machine, type Place, type Value } from "@muster/python";
import { reasonOf, regexSegments, type PathSegment } from "@muster/web";
import { ruleListsOf } from "./models/recorders.ts";
import { regexTemplate, unknownPiece } from "./regex-template.ts";

/** A rule that leads to a request handler. */
export interface HandlerRule {
  readonly path: string;
  readonly handler: ClassValue;
  readonly options: Value;
  readonly application: Value;
  readonly place: Place;
  readonly conditions: readonly (ConditionList | undefined)[];
  /** What the rule's expression asks of a path, where it stands for itself in the application's one list. */
  readonly segments?: readonly PathSegment[];
}

export interface Rules {
  readonly rules: readonly HandlerRule[];
  readonly unresolved: readonly Unresolved[];
  readonly mounted: readonly Instance[];
}

interface Around {
  readonly application: Value;
  readonly place: Place;
  readonly conditions: readonly (ConditionList | undefined)[];
  readonly routers: readonly Value[];
  /** The pattern of the rule that led here, for handlers below rules that match the path themselves. */
  readonly pattern?: Value;
  /** The rules of one list, tried for every host: an earlier one may take the requests of a later. */
  readonly inOrder: boolean;
}

/** The rules of an application and of the routers below it, in order. */
export function rulesOf(machine: Machine, application: Instance): Rules {
  const rules: HandlerRule[] = [];
  const unresolved: Unresolved[] = [];
  const mounted: Instance[] = [];
  const lose = (reason: string, place: Place): void => {
    unresolved.push({ what: "route", reason, span: spanOfPlace(place) });
  };

  const router = (value: Value, around: Around): void => {
    if (around.routers.includes(value) || around.routers.length > 16) return;
    const lists = ruleListsOf(value) ?? [];
    for (const { rules: list, place, conditions } of lists) all(list, { ...around, place, conditions: [...around.conditions, conditions], routers: [...around.routers, value], inOrder: value === application && lists.length === 1 });
  };

  const all = (list: Value, around: Around): void => {
    if (list.kind === "union") {
      for (const option of list.options) all(option, around);
      return;
    }
    if (list.kind !== "list" && list.kind !== "tuple") {
      lose(`the list of rules is not known: ${reasonOf(list)}`, around.place);
      return;
    }
    for (const item of list.items) rule(item.value, { ...around, conditions: [...around.conditions, item.when] });
    if (list.open !== undefined) lose(`the list of rules is not known whole: ${list.open}`, around.place);
  };

  const rule = (value: Value, around: Around): void => {
    if (value.kind === "union") {
      for (const option of value.options) rule(option, around);
      return;
    }
    const parts = partsOf(value);
    if (!parts) {
      lose(`this rule is not known: ${reasonOf(value)}`, around.place);
      return;
    }
    const place = value.kind === "instance" ? value.place : around.place;
    const pattern = patternOf(parts.matcher);
    target(parts.target, parts.options, { ...around, place, ...(pattern && { pattern }) });
  };

  const target = (value: Value, options: Value, around: Around): void => {
    if (value.kind === "const" && typeof value.value === "string") {
      target(importDotted(machine, value.value, around.place), options, around);
      return;
    }
    if (value.kind === "class" && isSubclass(value, ["tornado.web.RequestHandler"])) {
      for (const { path, lost, segments } of templateOfPattern(around.pattern ?? none)) {
        if (lost !== undefined) lose(`the path of this rule is not known: ${lost}`, around.place);
        rules.push({ path, handler: value, options, application: around.application, place: around.place, conditions: around.conditions, ...(segments && around.inOrder && { segments }) });
      }
      return;
    }
    if (value.kind === "list" || value.kind === "tuple") {
      all(value, { ...around, inOrder: false });
      return;
    }
    if (value.kind === "instance" && ruleListsOf(value)) {
      if (isSubclass(value.class, ["tornado.web.Application"])) mounted.push(value);
      router(value, { ...around, application: isSubclass(value.class, ["tornado.web.Application"]) ? value : around.application });
      return;
    }
    lose(`what handles this rule is not known: ${reasonOf(value)}`, around.place);
  };

  router(application, { application, place: application.place, conditions: [], routers: [], inOrder: false });
  return { rules, unresolved, mounted };
}

function partsOf(rule: Value): { readonly matcher: Value; readonly target: Value; readonly options: Value } | undefined {
  if (rule.kind === "instance" && rule.class.mro.some((cls) => cls.name === "tornado.routing.Rule")) {
    const read = (name: string): Value => rule.attributes.get(name) ?? none;
    return { matcher: read("matcher"), target: read("target"), options: read("target_kwargs") };
  }
  if ((rule.kind !== "tuple" && rule.kind !== "list") || rule.open !== undefined) return undefined;
  const [matcher, handler, options] = rule.items.map((item) => item.value);
  return matcher && handler && { matcher, target: handler, options: options ?? none };
}

/** The path's pattern; undefined for what matches something else, such as the host. */
function patternOf(matcher: Value): Value | undefined {
  if (matcher.kind !== "instance") return matcher;
  if (!matcher.class.mro.some((cls) => cls.name.startsWith("tornado.routing."))) return matcher;
  return findInMro(matcher.class, "__init__") ? matcher.attributes.get("path_pattern") : undefined;
}

function templateOfPattern(pattern: Value): { readonly path: string; readonly lost?: string; readonly segments?: readonly PathSegment[] | undefined }[] {
  if (pattern.kind === "const" && pattern.value === null) return [{ path: "/{0}" }];
  if (pattern.kind === "union") {
    const all = pattern.options.flatMap(templateOfPattern);
    const known = all.filter((one) => one.lost === undefined);
    // What differs only in what is not known of it is one rule.
    const [fullest] = all.toSorted((a, b) => b.path.length - a.path.length);
    return known.length > 0 || !fullest ? known : [fullest];
  }
  let lost: string | undefined;
  const text = knownText(pattern) ?? render(textOf(pattern), (part) => {
    lost ??= reasonOf(part);
    return unknownPiece;
  });
  return [{ path: regexTemplate(text), ...(lost === undefined ? { segments: regexSegments(text) } : { lost }) }];
}
