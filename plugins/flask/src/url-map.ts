import {
  concat, constant, elementsOf, findInMro, keyOf, knownText, render, textOf,
  type ClassValue, type ConditionList, type FunctionValue, type Instance, type Machine, type Place, type Value, type Wrapper,
} from "@muster/python";

/** One rule of an application's URL map. */
export interface RouteRule {
  readonly rule: Instance;
  /** With `{name}` for what converters take, and `{?}` for what is not known. */
  readonly path: string;
  /** Undefined where they are not known. */
  readonly methods: readonly string[] | undefined;
  readonly endpoint: string | undefined;
  readonly view: Value | undefined;
  readonly defaults: ReadonlyMap<string, Value>;
  /** The host or subdomain that alone it answers on. */
  readonly host: string | undefined;
  readonly place: Place;
  readonly conditions: ConditionList | undefined;
}

export interface UrlMap {
  readonly rules: readonly RouteRule[];
  readonly lost: readonly { readonly value: Value; readonly place: Place }[];
}

/** The rules of an application in the order in which they were added. */
export function urlMapOf(machine: Machine, application: Instance): UrlMap {
  const rules: RouteRule[] = [];
  const lost: { value: Value; place: Place }[] = [];
  const map = application.attributes.get("url_map");
  const list = map?.kind === "instance" ? map.attributes.get("_rules") : undefined;
  if (list?.kind !== "list") return { rules, lost };
  for (const { value, when } of list.items) {
    if (value.kind !== "instance") {
      lost.push({ value, place: application.place });
      continue;
    }
    if (isTrue(value.attributes.get("build_only"))) continue;
    const text = value.attributes.get("rule");
    const place = placeOf(value) ?? application.place;
    const options = text ? alternativesOf(text) : [];
    if (options.length === 0 || options.some((option) => option.kind === "symbolic" || option.kind === "external")) {
      lost.push({ value: text ?? value, place });
      continue;
    }
    for (const option of options) rules.push({ ...ruleOf(machine, application, value, place), path: templateOf(option), conditions: when });
  }
  if (list.open !== undefined) lost.push({ value: list, place: application.place });
  return { rules, lost };
}

function ruleOf(machine: Machine, application: Instance, rule: Instance, place: Place): Omit<RouteRule, "path" | "conditions"> {
  const endpoint = rule.attributes.get("endpoint");
  const functions = application.attributes.get("view_functions");
  const key = endpoint && keyOf(endpoint);
  const registered = functions?.kind === "dict" && key !== undefined ? functions.entries.get(key)?.value : undefined;
  const own = rule.attributes.get("muster_view");
  const host = knownText(rule.attributes.get("host")) ?? knownText(rule.attributes.get("subdomain"));
  return {
    rule,
    methods: methodsOf(machine, rule, place),
    endpoint: knownText(endpoint),
    view: registered ?? (own?.kind === "const" ? undefined : own),
    defaults: defaultsOf(rule.attributes.get("defaults")),
    host,
    place,
  };
}

/** HEAD is implied beside GET, and OPTIONS mostly answered by Flask itself: neither is an endpoint. */
function methodsOf(machine: Machine, rule: Instance, place: Place): readonly string[] | undefined {
  if (isTrue(rule.attributes.get("websocket"))) return ["WEBSOCKET"];
  const given = rule.attributes.get("methods");
  if (!given || given.kind === "symbolic") return undefined;
  const required = rule.attributes.get("required_methods");
  const found = new Set<string>();
  // Views from outside rarely demand methods of their own.
  for (const list of [given, ...(required && isWritten(required) ? [required] : [])]) {
    if (list.kind === "const") continue;
    const { items, open } = elementsOf(machine, list, place);
    for (const item of items) {
      const text = knownText(item.value);
      if (text === undefined) return undefined;
      found.add(text.toUpperCase());
    }
    if (open !== undefined && list.kind !== "union") return undefined;
  }
  return [...found].sort();
}

function isWritten(value: Value): boolean {
  return value.kind === "union" ? value.options.every(isWritten) : value.kind !== "symbolic" && value.kind !== "external";
}

function defaultsOf(value: Value | undefined): Map<string, Value> {
  const out = new Map<string, Value>();
  if (value?.kind === "dict") for (const entry of value.entries.values()) out.set(knownText(entry.key) ?? "?", entry.value);
  return out;
}

/** The texts that a rule may be, where what it is made of is one of several. */
function alternativesOf(text: Value): Value[] {
  if (text.kind === "union") return text.options.flatMap(alternativesOf).slice(0, mostAlternatives);
  if (text.kind !== "template" || !text.parts.some((part) => part.kind === "union")) return [text];
  let out: Value[] = [constant("")];
  for (const part of text.parts) out = out.flatMap((before) => (part.kind === "union" ? part.options : [part]).map((option) => concat([before, option]))).slice(0, mostAlternatives);
  return out;
}

const mostAlternatives = 8;

/** `/items/<int:id>` → `/items/{id}`. */
export function templateOf(value: Value): string {
  const text = render(textOf(value), () => "\u0000").replace(/<(?:[a-zA-Z_]\w*(?:\([^<>]*\))?:)?([a-zA-Z_]\w*)>/g, "{$1}").replaceAll("\u0000", "{?}").replace(/\/{2,}/g, "/");
  return text.startsWith("/") ? text : `/${text}`;
}

/** What answers a method: a view function, or a method of the class that it was made from. */
export interface Answering {
  readonly fn: FunctionValue | undefined;
  /** Decorators from outside the repository that stand around it, or around a decorator of the repository. */
  readonly wrappers: readonly Wrapper[];
}

export function answering(view: Value | undefined, method: string): Answering {
  const cls = view && viewClassOf(view);
  const around = wrappersOf(view);
  if (!cls) return { fn: innermost(view), wrappers: around };
  for (const name of [method.toLowerCase(), ...(method === "HEAD" ? ["get"] : []), "dispatch_request"]) {
    const found = findInMro(cls, name);
    if (found?.value.kind === "function") return { fn: innermost(found.value), wrappers: [...around, ...wrappersOf(found.value), ...(cls.wrappers ?? [])] };
  }
  return { fn: undefined, wrappers: around };
}

function wrappersOf(view: Value | undefined): Wrapper[] {
  const fn = view?.kind === "method" ? view.func : view;
  return fn?.kind === "function" ? [...fn.wrappers, ...wrappersOf(fn.wraps)] : [];
}

/** Of what `as_view` made, with decorators around it. */
function viewClassOf(view: Value): ClassValue | undefined {
  for (let at: Value | undefined = view; at; at = at.kind === "function" ? at.wraps : undefined) {
    const fn: Value = at.kind === "method" ? at.func : at;
    const cls = fn.kind === "function" ? fn.attributes.get("view_class") : undefined;
    if (cls?.kind === "class") return cls;
  }
  return undefined;
}

function innermost(view: Value | undefined): FunctionValue | undefined {
  const fn = view?.kind === "method" ? view.func : view;
  if (fn?.kind === "instance") {
    const found = findInMro(fn.class, "__call__");
    return found?.value.kind === "function" ? found.value : undefined;
  }
  if (fn?.kind !== "function") return undefined;
  return fn.wraps ? innermost(fn.wraps) : fn;
}

function placeOf(rule: Instance): Place | undefined {
  const place = rule.attributes.get("muster_place");
  return place?.kind === "instance" ? place.place : undefined;
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === "const" && value.value === true;
}
