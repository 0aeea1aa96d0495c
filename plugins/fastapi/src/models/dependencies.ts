import { instanceOf, modelClass, native, none, type ClassValue, type NativeCall, type Value } from "@muster/python";

/** Where a parameter comes from, by the class of its declaration. */
export const parameterSources: ReadonlyMap<string, "path" | "query" | "header" | "cookie" | "body" | "form"> = new Map([
  ["fastapi.params.Path", "path"],
  ["fastapi.params.Query", "query"],
  ["fastapi.params.Header", "header"],
  ["fastapi.params.Cookie", "cookie"],
  ["fastapi.params.Body", "body"],
  ["fastapi.params.Form", "form"],
  ["fastapi.params.File", "form"],
]);

/** `Depends`, `Security`, and the functions that declare parameters: each yields an object that says what was declared. */
export function dependencyModels(): Map<string, Value> {
  const depends = modelClass({ name: "fastapi.params.Depends", methods: { __init__: rememberDependency } });
  const security = modelClass({ name: "fastapi.params.Security", bases: [depends], methods: { __init__: rememberDependency } });
  const models = new Map<string, Value>([
    ["fastapi.Depends", maker("fastapi.Depends", depends)],
    ["fastapi.param_functions.Depends", maker("fastapi.Depends", depends)],
    ["fastapi.params.Depends", depends],
    ["fastapi.Security", maker("fastapi.Security", security)],
    ["fastapi.param_functions.Security", maker("fastapi.Security", security)],
    ["fastapi.params.Security", security],
    ["fastapi.security.SecurityScopes", modelClass({ name: "fastapi.security.SecurityScopes" })],
    ["fastapi.security.oauth2.SecurityScopes", modelClass({ name: "fastapi.security.SecurityScopes" })],
  ]);
  for (const name of parameterSources.keys()) {
    const cls = modelClass({ name, methods: { __init__: rememberParameter } });
    const short = name.slice("fastapi.params.".length);
    models.set(name, cls);
    models.set(`fastapi.${short}`, maker(`fastapi.${short}`, cls));
    models.set(`fastapi.param_functions.${short}`, maker(`fastapi.${short}`, cls));
  }
  return models;
}

function maker(name: string, cls: ClassValue): Value {
  return native(name, (call) => {
    const made = instanceOf(cls, call.place);
    const init = cls.attributes.get("__init__");
    if (init?.kind === "native") init.call({ ...call, self: made });
    return made;
  });
}

function rememberDependency(call: NativeCall): Value {
  if (call.self.kind !== "instance") return none;
  call.self.attributes.set("dependency", call.get(0, "dependency") ?? none);
  const scopes = call.args.keywords.get("scopes");
  if (scopes) call.self.attributes.set("scopes", scopes);
  return none;
}

function rememberParameter(call: NativeCall): Value {
  if (call.self.kind !== "instance") return none;
  const fallback = call.get(0, "default") ?? call.args.keywords.get("default_factory");
  if (fallback) call.self.attributes.set("default", fallback);
  const alias = call.args.keywords.get("alias");
  if (alias) call.self.attributes.set("alias", alias);
  return none;
}

export function isDependency(value: Value): value is Value & { kind: "instance" } {
  return value.kind === "instance" && value.class.mro.some((cls) => cls.name === "fastapi.params.Depends");
}

export function scopesOf(dependency: Value): string[] {
  const scopes = dependency.kind === "instance" ? dependency.attributes.get("scopes") : undefined;
  if (scopes?.kind !== "list" && scopes?.kind !== "tuple" && scopes?.kind !== "set") return [];
  return scopes.items.map((item) => (item.value.kind === "const" ? item.value : item.value.kind === "instance" ? item.value.attributes.get("value") : undefined)).map((value) => (value?.kind === "const" ? String(value.value) : "?"));
}

