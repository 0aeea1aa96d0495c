import { constant, emptyDict, getAttribute, modelClass, native, none, sequence, visiblePlace, type ClassValue, type ConditionList, type Instance, type NativeCall, type Place, type Value } from "@muster/python";

/** What a pattern or resolver of URLs remembers beside its attributes. */
export interface UrlRecord {
  readonly kind: "pattern" | "resolver";
  /** Where the repository declares it. */
  readonly place: Place;
  readonly conditions: ConditionList | undefined;
}

const key = "django.url";

export function urlRecordOf(value: Value): UrlRecord | undefined {
  return value.kind === "instance" ? (value.records.get(key) as UrlRecord | undefined) : undefined;
}

/** `URLPattern`, `URLResolver` and the three kinds of patterns: plain objects whose attributes code may read and replace. */
export function urlModels(): readonly (readonly [string, Value])[] {
  const pattern = modelClass({ name: "django.urls.resolvers.URLPattern", methods: { __init__: remember("pattern", [["pattern"], ["callback"], ["default_args", none], ["name", none]]) } });
  const resolver = modelClass({
    name: "django.urls.resolvers.URLResolver",
    methods: { __init__: remember("resolver", [["pattern"], ["urlconf_name"], ["default_kwargs", none], ["app_name", none], ["namespace", none]]) },
    properties: { url_patterns: patternsOf, urlconf_module: (call) => attribute(call, "urlconf_name") },
  });
  const route = patternClass("RoutePattern", [["_route"], ["name", none], ["_is_endpoint", constant(false)]]);
  const regex = patternClass("RegexPattern", [["_regex"], ["name", none], ["_is_endpoint", constant(false)]]);
  const locale = patternClass("LocalePrefixPattern", [["prefix_default_language", constant(true)]]);
  const classes = [pattern, resolver, route, regex, locale].map((cls) => [cls.name, cls] as const);
  const is = (name: string, test: (value: Value | undefined) => boolean): readonly [string, Value] => [`django.urls.natives.${name}`, native(`django.urls.natives.${name}`, (call) => constant(test(call.get(0))))];
  return [...classes, is("is_included", isIncluded), is("is_pair", isPair), is("is_text", isText)];
}

/** `(patterns, app_name)`. What is not known counts as the module or list that it most often is. */
function isPair(value: Value | undefined): boolean {
  return value?.kind === "tuple" || (value?.kind === "union" && value.options.every(isPair));
}

function isText(value: Value | undefined): boolean {
  return value?.kind === "template" || (value?.kind === "const" && typeof value.value === "string") || (value?.kind === "union" && value.options.every(isText));
}

/** `include(…)`, `admin.site.urls` and the like are tuples; what is called `urls` and is not known can be nothing else. */
function isIncluded(view: Value | undefined): boolean {
  if (view?.kind === "union") return view.options.some(isIncluded);
  if (view?.kind === "external") return view.name.endsWith(".urls");
  if (view?.kind === "symbolic") return view.term.kind === "attribute" ? view.term.name === "urls" : view.term.kind === "symbol" && view.term.name.endsWith(".urls");
  return view?.kind === "tuple" || view?.kind === "list";
}

type Parameters = readonly (readonly [name: string, fallback?: Value])[];

function patternClass(name: string, parameters: Parameters): ClassValue {
  return modelClass({ name: `django.urls.resolvers.${name}`, methods: { __init__: keep(parameters), __str__: (call) => attribute(call, "_route") ?? attribute(call, "_regex") }, attributes: { converters: emptyDict() } });
}

function keep(parameters: Parameters): (call: NativeCall) => Value {
  return (call) => {
    if (call.self.kind !== "instance") return none;
    for (const [index, [name, fallback]] of parameters.entries()) {
      const value = call.get(index, name.replace(/^_/, "")) ?? fallback;
      if (value) call.self.attributes.set(name, value);
    }
    return none;
  };
}

function remember(kind: UrlRecord["kind"], parameters: Parameters): (call: NativeCall) => Value {
  const store = keep(parameters);
  return (call) => {
    const record: UrlRecord = { kind, place: visiblePlace(call.machine, call.place), conditions: call.conditions };
    if (call.self.kind === "instance") call.self.records.set(key, record);
    return store(call);
  };
}

function attribute(call: NativeCall, name: string): Value | undefined {
  return call.self.kind === "instance" ? call.self.attributes.get(name) : undefined;
}

/** What a resolver leads to: the `urlpatterns` of a module, or a list. */
function patternsOf(call: NativeCall): Value | undefined {
  return call.self.kind === "instance" ? urlpatternsOf(call, call.self) : undefined;
}

export function urlpatternsOf(call: Pick<NativeCall, "machine" | "place">, resolver: Instance): Value {
  const conf = resolver.attributes.get("urlconf_name") ?? sequence("list", []);
  if (conf.kind === "module" || conf.kind === "class" || conf.kind === "instance") return getAttribute(call.machine, conf, "urlpatterns", call.place);
  return conf;
}
