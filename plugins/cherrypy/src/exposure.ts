import { constant, emptyDict, findInMro, knownText, sequence, type Dict, type NativeCall, type Value } from "@muster/python";

/** Marks a page as exposed, under further names where such are given. */
export function exposed(call: NativeCall): Value | undefined {
  const [page, names] = [call.get(0), call.get(1)];
  const on = attributesOf(page);
  on?.set("exposed", constant(true));
  const more = knownText(names) === undefined || names?.kind === "const" ? names : undefined;
  if (on && more && more.kind !== "const") on.set("_cp_aliases", more);
  else if (on && names?.kind === "const" && typeof names.value === "string") on.set("_cp_aliases", sequence("list", [names]));
  return page;
}

export function aliases(call: NativeCall): Value {
  const found = attributeOf(call.get(0), "_cp_aliases");
  return found?.kind === "list" || found?.kind === "tuple" ? sequence("list", found.items.map((item) => item.value)) : sequence("list", []);
}

export function isExposed(call: NativeCall): Value {
  const found = attributeOf(call.get(0), "exposed");
  return constant(found?.kind === "const" && found.value === true);
}

/** Adds to the settings that a page or class carries, `_cp_config`. */
export function configured(call: NativeCall): Value | undefined {
  const [page, added] = [call.get(0), call.get(1)];
  const on = attributesOf(page);
  if (!on || added?.kind !== "dict") return page;
  const known = on.get("_cp_config");
  on.set("_cp_config", merged(known?.kind === "dict" ? known : emptyDict(), added));
  return page;
}

function merged(first: Dict, second: Dict): Dict {
  const open = first.open ?? second.open;
  return { kind: "dict", entries: new Map([...first.entries, ...second.entries]), ...(open !== undefined && { open }) };
}

/** The settings that an object carries itself or by its class. */
export function settings(call: NativeCall): Value {
  const found = attributeOf(call.get(0), "_cp_config");
  return found?.kind === "dict" ? found : emptyDict();
}

function attributesOf(value: Value | undefined): Map<string, Value> | undefined {
  if (value?.kind === "method") return attributesOf(value.func);
  return value?.kind === "function" || value?.kind === "class" || value?.kind === "instance" ? value.attributes : undefined;
}

function attributeOf(value: Value | undefined, name: string): Value | undefined {
  if (value?.kind === "method") return attributeOf(value.func, name);
  if (value?.kind === "function") return value.attributes.get(name);
  if (value?.kind === "instance") return value.attributes.get(name) ?? findInMro(value.class, name)?.value;
  return value?.kind === "class" ? findInMro(value, name)?.value : undefined;
}
