import {
  constant, emptyDict, getAttribute, hasAttribute, importDotted, knownText, modelClass, none, union, unknown,
  type ClassValue, type ConditionList, type Instance, type Machine, type NativeCall, type Place, type Value,
} from "@muster/python";

/** One thing that put settings into a configuration; later ones win. */
type Layer = { readonly conditions: ConditionList | undefined } & (
  | { readonly kind: "item"; readonly key: string; readonly value: Value }
  | { readonly kind: "object"; readonly value: Value }
  /** A file or the environment: what it holds is not known. */
  | { readonly kind: "open"; readonly reason: string }
);

const defaults: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["DEBUG", constant(false, true)],
  ["TESTING", constant(false)],
  ["ENV", constant("production", true)],
  ["SECRET_KEY", none],
  ["SERVER_NAME", none],
  ["APPLICATION_ROOT", constant("/")],
  ["SESSION_COOKIE_NAME", constant("session")],
  ["PREFERRED_URL_SCHEME", constant("http")],
  ["PROPAGATE_EXCEPTIONS", none],
]);

/** `flask.Config`: a dict that is filled from objects, mappings, files and the environment, and read by key. */
export const configClass: ClassValue = modelClass({
  name: "flask.config.Config",
  methods: {
    __init__: (call) => {
      if (call.self.kind === "instance") call.self.records.set(key, []);
      const given = call.get(1, "defaults");
      if (given) addMapping(call, given);
      return none;
    },
    __getitem__: (call) => read(call, undefined),
    get: (call) => read(call, call.get(1, "default") ?? none),
    __setitem__: (call) => set(call, call.get(0), call.get(1)),
    __contains__: (call) => has(call),
    setdefault: (call) => {
      const known = settingOf(call.machine, call.self, knownText(call.get(0)) ?? "?", call.place);
      if (known) return known;
      set(call, call.get(0), call.get(1) ?? none);
      return call.get(1) ?? none;
    },
    update: (call) => addMapping(call, call.get(0)),
    from_mapping: (call) => addMapping(call, call.get(0)),
    from_object: (call) => {
      const given = call.get(0, "obj");
      const name = knownText(given);
      if (name !== undefined) layersOf(call.self)?.push({ kind: "object", value: importDotted(call.machine, name, call.place), conditions: call.conditions });
      else if (given) for (const value of given.kind === "union" ? given.options : [given]) layersOf(call.self)?.push({ kind: "object", value, conditions: call.conditions });
      return none;
    },
    from_pyfile: (call) => open(call, "a file of settings may replace it"),
    from_file: (call) => open(call, "a file of settings may replace it"),
    from_json: (call) => open(call, "a file of settings may replace it"),
    from_envvar: (call) => open(call, "a file that the environment names may replace it"),
    from_prefixed_env: (call) => open(call, "the environment may replace it"),
    pop: (call) => read(call, call.get(1) ?? none),
    get_namespace: () => emptyDict("settings with a prefix"),
    copy: (call) => call.self,
    items: () => undefined,
    keys: () => undefined,
    values: () => undefined,
  },
});

const key = "flask-config";

function layersOf(config: Value): Layer[] | undefined {
  return config.kind === "instance" ? (config.records.get(key) as Layer[] | undefined) : undefined;
}

function set(call: NativeCall, name: Value | undefined, value: Value | undefined): Value {
  const known = knownText(name);
  if (known === undefined) return open(call, "a setting whose name is not known was set");
  if (value) layersOf(call.self)?.push({ kind: "item", key: known, value, conditions: call.conditions });
  return none;
}

function open(call: NativeCall, reason: string): Value {
  layersOf(call.self)?.push({ kind: "open", reason, conditions: call.conditions });
  return none;
}

function addMapping(call: NativeCall, mapping: Value | undefined): Value {
  const layers = layersOf(call.self);
  if (mapping?.kind === "dict") {
    for (const entry of mapping.entries.values()) {
      const name = knownText(entry.key);
      if (name !== undefined) layers?.push({ kind: "item", key: name, value: entry.value, conditions: entry.when ?? call.conditions });
    }
    if (mapping.open !== undefined) open(call, mapping.open);
  } else if (mapping?.kind === "instance" && layersOf(mapping)) layers?.push(...(layersOf(mapping) ?? []));
  else if (mapping && !(mapping.kind === "const" && mapping.value === null)) open(call, "a mapping that is not known may replace it");
  for (const [name, value] of call.args.keywords) layers?.push({ kind: "item", key: name, value, conditions: call.conditions });
  if (call.args.open) open(call, "keywords that are not known may replace it");
  return none;
}

function read(call: NativeCall, fallback: Value | undefined): Value {
  const name = knownText(call.get(0));
  if (name === undefined) return unknown("a setting whose name is not known", call.place);
  const value = settingOf(call.machine, call.self, name, call.place);
  if (value) return value;
  const layers = layersOf(call.self) ?? [];
  const mayBeSet = layers.find((layer) => layer.kind === "open");
  if (mayBeSet?.kind === "open" && fallback?.kind === "const" && fallback.value !== null) return constant(fallback.value, true);
  if (mayBeSet?.kind === "open") return unknown(`the setting ${name} is not known: ${mayBeSet.reason}`, call.place);
  return fallback ?? unknown(`the setting ${name} is never set`, call.place);
}

function has(call: NativeCall): Value | undefined {
  const name = knownText(call.get(0));
  if (name === undefined) return undefined;
  if (settingOf(call.machine, call.self, name, call.place)) return constant(true);
  return (layersOf(call.self) ?? []).some((layer) => layer.kind === "open") ? undefined : constant(false);
}

/** What the configuration holds under a name; undefined where nothing that is known puts it there. */
export function settingOf(machine: Machine, config: Value | undefined, name: string, place: Place): Value | undefined {
  const layers = config && layersOf(config);
  if (!layers) return undefined;
  let soft = false;
  const found: Value[] = [];
  for (const layer of [...layers].reverse()) {
    if (layer.kind === "open") {
      soft = true;
      continue;
    }
    const value = layer.kind === "item" ? (layer.key === name ? layer.value : undefined) : memberOf(machine, layer.value, name, place);
    if (!value) continue;
    found.push(value);
    if (!layer.conditions) break;
  }
  const value = found.length > 0 ? union(found) : defaults.get(name);
  return value?.kind === "const" && soft && value.value !== null ? constant(value.value, true) : value;
}

/** Settings are attributes in capitals, and those of bases. */
function memberOf(machine: Machine, object: Value, name: string, place: Place): Value | undefined {
  if (!/^[A-Z0-9_]+$/.test(name) || (object.kind !== "class" && object.kind !== "module" && object.kind !== "instance")) return undefined;
  return hasAttribute(machine, object, name, place) === true ? getAttribute(machine, object, name, place) : undefined;
}

export function configOf(application: Instance | undefined): Value | undefined {
  return application?.attributes.get("config");
}
