import { modelClass } from "../framework.ts";
import { annotationOf } from "../evaluate/annotations.ts";
import type { NativeCall } from "../evaluate/native-call.ts";
import { constant, none, symbolic, unknown } from "../values/make.ts";
import type { ClassValue, Value } from "../values/value.ts";

/** Settings classes: each annotated field has its default, which the environment may replace. */
export function settingsModels(): readonly (readonly [string, Value])[] {
  const settings = modelClass({ name: "pydantic_settings.BaseSettings", methods: { __init__: initialiseSettings } });
  const model = modelClass({ name: "pydantic.BaseModel", methods: { __init__: initialiseModel } });
  return [
    ["pydantic_settings.BaseSettings", settings],
    ["pydantic_settings.main.BaseSettings", settings],
    ["pydantic.BaseSettings", settings],
    ["pydantic.env_settings.BaseSettings", settings],
    ["pydantic.v1.BaseSettings", settings],
    ["pydantic.BaseModel", model],
    ["pydantic.main.BaseModel", model],
    ["pydantic.v1.BaseModel", model],
    ["pydantic.Field", { kind: "native", name: "pydantic.Field", call: fieldDefault }],
    ["pydantic.fields.Field", { kind: "native", name: "pydantic.Field", call: fieldDefault }],
    ["pydantic.computed_field", { kind: "native", name: "pydantic.computed_field", call: asProperty }],
    ["pydantic.field_validator", validator("pydantic.field_validator")],
    ["pydantic.model_validator", validator("pydantic.model_validator")],
    ["pydantic.validator", validator("pydantic.validator")],
    ["pydantic.root_validator", validator("pydantic.root_validator")],
  ];
}

function validator(name: string): Value {
  return { kind: "native", name, call: (call) => (call.get(0)?.kind === "function" ? call.get(0) : { kind: "native", name: `${name}()`, call: (inner) => inner.get(0) }) };
}

function asProperty(call: NativeCall): Value | undefined {
  const fn = call.get(0);
  if (fn?.kind === "function") return { ...fn, binding: "property" };
  return { kind: "native", name: "pydantic.computed_field()", call: asProperty };
}

function fieldDefault(call: NativeCall): Value {
  const fallback = call.get(0, "default");
  if (fallback && !(fallback.kind === "external" && fallback.name === "builtins.Ellipsis")) return fallback;
  return unknown("a field without a default", call.place);
}

function initialiseSettings(call: NativeCall): Value {
  const { self } = call;
  if (self.kind !== "instance") return none;
  for (const [name, value] of call.args.keywords) self.attributes.set(name, value);
  for (const [name, field] of fieldsOf(self.class)) {
    if (self.attributes.has(name)) continue;
    const fallback = attributeDefault(self.class, name);
    if (fallback) self.attributes.set(name, soften(fallback));
    else {
      const type = annotationOf(call.machine, field.annotation, field.scope, field.place);
      // A nested settings model that is built from the environment alone.
      self.attributes.set(name, symbolic({ kind: "unknown", reason: `the environment decides ${name}` }, { place: field.place, reason: `the environment decides ${name}`, type: type.kind === "class" ? type : undefined }));
    }
  }
  return none;
}

function initialiseModel(call: NativeCall): Value {
  const { self } = call;
  if (self.kind !== "instance") return none;
  for (const [name, value] of call.args.keywords) self.attributes.set(name, value);
  if (call.args.open) self.open = "it was created with arguments that are not known";
  return none;
}

function fieldsOf(cls: ClassValue): Map<string, ClassValue["fields"] extends Map<string, infer Field> ? Field : never> {
  const fields = new Map<string, ClassValue["fields"] extends Map<string, infer Field> ? Field : never>();
  for (const one of [...cls.mro].reverse()) for (const [name, field] of one.fields) fields.set(name, field);
  return fields;
}

function attributeDefault(cls: ClassValue, name: string): Value | undefined {
  for (const one of cls.mro) {
    const value = one.attributes.get(name);
    if (value) return value;
  }
  return undefined;
}

function soften(value: Value): Value {
  if (value.kind === "const") return constant(value.value, true);
  if (value.kind === "template") return { ...value, soft: true };
  return value;
}
