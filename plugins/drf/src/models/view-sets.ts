import { constant, findInMro, getAttribute, importDotted, knownText, native, none, sequence, termOf, unknown, type ClassValue, type FunctionValue, type NativeCall, type Value } from "@muster/python";

/**
 * What routers ask of view sets. A base from outside the repository may define anything; that it defines `list` or
 * `create` is not taken for granted: a router lists what is there to be seen.
 */
export function viewSetModels(): readonly (readonly [string, Value])[] {
  return [
    ["muster_drf.extra_actions", native("muster_drf.extra_actions", extraActions)],
    ["muster_drf.has_action", native("muster_drf.has_action", (call) => constant(isAction(call, call.get(0), knownText(call.get(1)))))],
    ["muster_drf.attribute_of", native("muster_drf.attribute_of", attributeOf)],
    ["muster_drf.model_of", native("muster_drf.model_of", modelOf)],
    ["muster_drf.takes", native("muster_drf.takes", (call) => constant(takes(call.get(0), knownText(call.get(1)))))],
    ["muster_drf.is_known", native("muster_drf.is_known", (call) => constant(call.get(0)?.kind === "class"))],
  ];
}

/** Whether a method can be given a keyword. One that is not known is taken to. */
function takes(method: Value | undefined, name: string | undefined): boolean {
  const fn = method?.kind === "method" ? method.func : method;
  if (fn?.kind !== "function" || fn.wrappers.length > 0) return true;
  return (fn.wraps ?? fn).params.some((param) => param.kind === "kwvar" || param.n === name);
}

/** The methods under `@action`, by name. One that a subclass overrides without the decorator is none any more. */
function extraActions(call: NativeCall): Value {
  const cls = call.get(0);
  if (cls?.kind !== "class") return sequence("list", []);
  const names = new Set<string>();
  for (const one of cls.mro) for (const [name, value] of one.attributes) if (isDecorated(value)) names.add(name);
  const found = [...names].sort().flatMap((name) => {
    const value = findInMro(cls, name)?.value;
    return value !== undefined && isDecorated(value) ? [value] : [];
  });
  return sequence("list", found);
}

function isDecorated(value: Value): value is FunctionValue {
  return value.kind === "function" && value.attributes.get("mapping")?.kind === "instance";
}

function isAction(call: NativeCall, viewSet: Value | undefined, name: string | undefined): boolean {
  if (viewSet?.kind !== "class" || name === undefined) return false;
  const found = findInMro(viewSet, name) ?? metaclassAttribute(call, viewSet, name);
  return found !== undefined;
}

function metaclassAttribute(call: NativeCall, cls: ClassValue, name: string): Value | undefined {
  if (!cls.mro.some((one) => one.metaclass)) return undefined;
  const value = getAttribute(call.machine, cls, name, call.place);
  return value.kind === "symbolic" ? undefined : value;
}

/** `getattr` of a class with a default, where a base from outside the repository is taken to leave the name alone. */
function attributeOf(call: NativeCall): Value {
  const [cls, name, fallback] = [call.get(0), knownText(call.get(1)), call.get(2) ?? none];
  if (cls?.kind !== "class" || name === undefined || !findInMro(cls, name)) return fallback;
  return getAttribute(call.machine, cls, name, call.place);
}

/** The model that a query set is of, told by how it came to be: `Item.objects.filter(…)`; of one of several, where they are of one model. */
function modelOf(call: NativeCall): Value {
  const set = call.get(0) ?? none;
  const models = new Set((set.kind === "union" ? set.options : [set]).map((one) => modelOfOne(call, one)));
  const [only] = models;
  return (models.size === 1 ? only : undefined) ?? unknown("the model of this query set is not known", call.place);
}

function modelOfOne(call: NativeCall, set: Value): Value | undefined {
  let term = termOf(set);
  while (term.kind === "call" || term.kind === "attribute") {
    if (term.kind === "attribute" && term.of.kind === "symbol") {
      const cls = importDotted(call.machine, term.of.name, call.place);
      if (cls.kind === "class") return cls;
    }
    term = term.kind === "call" ? term.callee : term.of;
  }
  return undefined;
}
