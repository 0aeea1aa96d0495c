import { label, type ClassValue, type Lean, type Value } from "../values/value.ts";
import { takesTextsByDefault } from "./by-default.ts";
import type { Machine } from "./machine.ts";
import { isInForce } from "./path.ts";

/** Whether the value counts as true; undefined where that is not known. */
export function truthOf(machine: Machine, value: Value): boolean | undefined {
  switch (value.kind) {
    case "const":
      if (value.soft && (machine.mode === "load" || machine.leavesDefaultsOpen) && !(typeof value.value === "string" && takesTextsByDefault(machine))) return undefined;
      return Boolean(value.value);
    case "template":
      return value.parts.some((part) => part.kind === "const" && part.value !== "") ? true : undefined;
    case "list":
    case "tuple":
    case "set":
      if (value.items.some((item) => !item.maybe && isInForce(item.when, machine.path))) return true;
      return value.items.length === 0 && value.open === undefined ? false : undefined;
    case "dict":
      for (const entry of value.entries.values()) if (!entry.maybe && isInForce(entry.when, machine.path)) return true;
      return value.entries.size === 0 && value.open === undefined ? false : undefined;
    case "instance":
      return truthOfInstance(value.class);
    case "union": {
      const truths = new Set(value.options.map((option) => truthOf(machine, option)));
      const [only] = truths;
      return truths.size === 1 ? only : undefined;
    }
    case "symbolic":
      return machine.mode === "anonymous" && value.lean && (value.lean.strong || isTrusted(machine, value.labels)) ? value.lean.truth : undefined;
    case "external":
      return undefined;
    case "module":
    case "class":
    case "function":
    case "native":
    case "method":
    case "annotated":
    case "super":
      return true;
    default:
      return value satisfies never;
  }
}

/** `__bool__` before `__len__`, as far as they say the same of every object: `return False`. */
function truthOfInstance(cls: ClassValue): boolean | undefined {
  const said = ["__bool__", "__len__"].map((name) => cls.mro.find((one) => one.attributes.has(name))?.attributes.get(name)).find((one) => one !== undefined);
  if (said === undefined) return true;
  const [only, ...others] = said.kind === "function" && Array.isArray(said.body) ? said.body : [];
  return others.length === 0 && only?.k === "return" && only.v?.k === "const" ? Boolean(only.v.v) : undefined;
}

export function isTrusted(machine: Machine, labels: number): boolean {
  switch (machine.trusting) {
    case "everything":
      return true;
    case "named":
      return (labels & label.guess) === 0 || (labels & label.named) !== 0;
    case "recognised":
      return (labels & label.guess) === 0;
    case "nothing":
      return false;
    default:
      return machine.trusting satisfies never;
  }
}

/** The truth a value has for a caller without a valid credential, as far as it has one. */
export function leanOf(machine: Machine, value: Value): Lean | undefined {
  if (machine.mode !== "anonymous") return undefined;
  if (value.kind === "symbolic") return value.lean;
  if (value.kind === "union") {
    let strong = true;
    let truth: boolean | undefined;
    for (const option of value.options) {
      const lean = leanOf(machine, option);
      if (!lean || (truth !== undefined && lean.truth !== truth)) return undefined;
      truth = lean.truth;
      strong &&= lean.strong;
    }
    return truth === undefined ? undefined : { truth, strong };
  }
  const truth = truthOf(machine, value);
  return truth === undefined ? undefined : { truth, strong: true };
}
