import { conditionsOfAttribute, conditionsOfOption, constant, findInMro, getAttribute, isLibrary, sequence, type Instance, type Item, type NativeCall, type Value } from "@muster/python";

/** Names and values that a path can lead through: of the object itself and of its class, without those that begin with an underscore. */
export function children(call: NativeCall): Value {
  const node = call.get(0);
  if (node?.kind !== "instance") return sequence("list", []);
  const names = new Set([...node.class.mro.filter((cls) => !cls.opaque).flatMap((cls) => [...cls.attributes.keys()]), ...node.attributes.keys()]);
  const out = [...names].filter((name) => /^[A-Za-z]\w*$/.test(name)).sort();
  return { kind: "list", items: out.flatMap((name) => waysOf(call, node, name)) };
}

/** What stands under a name, with the conditions under which it does: each of several that it may be. */
function waysOf(call: NativeCall, node: Instance, name: string): Item[] {
  const value = getAttribute(call.machine, node, name, call.place);
  const set = conditionsOfAttribute(node, name);
  const options = value.kind === "union" ? value.options : [value];
  return options.map((option) => {
    const when = conditionsOfOption(value, option) ?? set;
    return { value: sequence("tuple", [constant(name), option]), ...(when && { when }) };
  });
}

/** An object of a class of the repository: something below it may be a page. */
export function isNode(call: NativeCall): Value {
  const value = call.get(0);
  return constant(value?.kind === "instance" && !value.class.opaque && value.class.place !== undefined && !isLibrary(value.class.place.module.path));
}

export function isPage(call: NativeCall): Value {
  const kind = call.get(0)?.kind;
  return constant(kind === "function" || kind === "class" || kind === "method");
}

export function isUnknown(call: NativeCall): Value {
  const kind = call.get(0)?.kind;
  return constant(kind === "symbolic" || kind === "external" || kind === undefined);
}

/** Names that `popargs` takes off the path before it goes on. */
export function popped(call: NativeCall): Value {
  const node = call.get(0);
  const names = node?.kind === "instance" ? findInMro(node.class, "_cp_popargs")?.value : undefined;
  return names?.kind === "tuple" ? names : sequence("tuple", []);
}

/** Its own code decides where the rest of the path leads. */
export function decidesItself(call: NativeCall): Value {
  const node = call.get(0);
  return constant(node?.kind === "instance" && findInMro(node.class, "_cp_dispatch") !== undefined);
}
