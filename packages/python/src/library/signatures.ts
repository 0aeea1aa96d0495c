import type { NativeCall } from "../evaluate/native-call.ts";
import { modelClass } from "../framework.ts";
import { instanceOf, native, none, sequence } from "../values/make.ts";
import { knownText } from "../values/text.ts";
import type { ClassValue, FunctionValue, Instance, Value } from "../values/value.ts";

const parameter: ClassValue = modelClass({
  name: "inspect.Parameter",
  methods: { __init__: rememberParameter, replace: (call) => replaced(call, rememberParameter) },
  attributes: { POSITIONAL_ONLY: kind("pos"), POSITIONAL_OR_KEYWORD: kind("any"), VAR_POSITIONAL: kind("var"), KEYWORD_ONLY: kind("kw"), VAR_KEYWORD: kind("kwvar"), empty: { kind: "external", name: "inspect.Parameter.empty" } },
});

const signature: ClassValue = modelClass({ name: "inspect.Signature", methods: { __init__: rememberSignature, replace: (call) => replaced(call, rememberSignature) } });

/** `inspect.signature` and what is built with it: frameworks read parameters off the signature that a function shows. */
export function signatureModels(): readonly (readonly [string, Value])[] {
  const withSignature = native("makefun.with_signature", (call) => native("makefun.with_signature()", (inner) => withShown(inner.get(0), call.get(0))));
  return [
    ["inspect.Parameter", parameter],
    ["inspect.Signature", signature],
    ["inspect.signature", native("inspect.signature", (call) => signatureOf(call))],
    ["makefun.with_signature", withSignature],
  ];
}

function kind(value: string): Value {
  return { kind: "const", value };
}

function withShown(fn: Value | undefined, shown: Value | undefined): Value | undefined {
  if (fn?.kind !== "function" || shown?.kind !== "instance") return fn;
  return { ...fn, attributes: new Map([...fn.attributes, ["__signature__", shown]]) };
}

function rememberParameter(call: NativeCall): Value {
  if (call.self.kind !== "instance") return none;
  const given: readonly (readonly [string, Value | undefined])[] = [["name", call.get(0, "name")], ["kind", call.get(1, "kind")], ["default", call.args.keywords.get("default")], ["annotation", call.args.keywords.get("annotation")]];
  for (const [name, value] of given) if (value) call.self.attributes.set(name, value);
  return none;
}

function rememberSignature(call: NativeCall): Value {
  if (call.self.kind !== "instance") return none;
  const parameters = call.get(0, "parameters");
  if (parameters) call.self.attributes.set("parameters", parameters);
  return none;
}

function replaced(call: NativeCall, remember: (call: NativeCall) => Value): Value | undefined {
  if (call.self.kind !== "instance") return undefined;
  const copy: Instance = { ...call.self, attributes: new Map(call.self.attributes) };
  remember({ ...call, self: copy, get: (_, name) => (name === undefined ? undefined : call.args.keywords.get(name)) });
  return copy;
}

/** The signature of a function of the repository: its parameters as a dict by name, as Python gives them. */
function signatureOf(call: NativeCall): Value | undefined {
  const target = call.get(0);
  const fn = target?.kind === "method" ? target.func : target;
  if (fn?.kind !== "function") return undefined;
  const shown = fn.wraps ?? fn;
  const own = shown.attributes.get("__signature__");
  if (own) return own;
  const made = instanceOf(signature, call.place);
  const entries = new Map<string, { key: Value; value: Value }>();
  for (const param of shown.params) {
    const one = instanceOf(parameter, call.place);
    one.attributes.set("name", { kind: "const", value: param.n });
    one.attributes.set("kind", kind(param.kind));
    one.attributes.set("default", shown.defaults.get(param.n) ?? { kind: "external", name: "inspect.Parameter.empty" });
    one.records.set("parameter", { fn: shown, name: param.n } satisfies ShownParameter);
    entries.set(`s:${param.n}`, { key: { kind: "const", value: param.n }, value: one });
  }
  made.attributes.set("parameters", { kind: "dict", entries });
  return made;
}

interface ShownParameter {
  readonly fn: FunctionValue;
  readonly name: string;
}

/** One parameter that a function shows: its own, or what `__signature__` says instead. */
export interface SignatureParameter {
  readonly name: string;
  readonly kind: "pos" | "any" | "var" | "kw" | "kwvar";
  readonly annotation: Value | undefined;
  readonly default: Value | undefined;
  /** The parameter in the code whose annotation counts, where none was given. */
  readonly of?: ShownParameter;
}

/** What `__signature__` on a function shows; undefined where it has none. */
export function shownSignature(fn: FunctionValue): readonly SignatureParameter[] | undefined {
  const shown = fn.attributes.get("__signature__") ?? fn.wraps?.attributes.get("__signature__");
  const parameters = shown?.kind === "instance" ? shown.attributes.get("parameters") : undefined;
  const values = parameters?.kind === "dict" ? sequence("list", [...parameters.entries.values()].map((entry) => entry.value)) : parameters;
  if (values?.kind !== "list" && values?.kind !== "tuple") return undefined;
  const out: SignatureParameter[] = [];
  for (const { value } of values.items) {
    if (value.kind !== "instance") return undefined;
    const name = knownText(value.attributes.get("name"));
    if (name === undefined) return undefined;
    const fallback = value.attributes.get("default");
    const of = value.records.get("parameter") as ShownParameter | undefined;
    out.push({
      name,
      kind: kindOf(value.attributes.get("kind")),
      annotation: value.attributes.get("annotation"),
      default: fallback?.kind === "external" && fallback.name === "inspect.Parameter.empty" ? undefined : fallback,
      ...(of && { of }),
    });
  }
  return out;
}

function kindOf(value: Value | undefined): SignatureParameter["kind"] {
  const text = knownText(value);
  return text === "pos" || text === "var" || text === "kw" || text === "kwvar" ? text : "any";
}
