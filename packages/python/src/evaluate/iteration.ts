import { constant, labelsOf, symbolic, unknown } from "../values/make.ts";
import { termOf } from "../values/term.ts";
import type { Item, Place, Value } from "../values/value.ts";
import { callMethod } from "./calls.ts";
import { noArguments } from "./native-call.ts";
import type { Machine } from "./machine.ts";
import type { BranchCondition, ConditionList } from "./path.ts";

export interface Elements {
  readonly items: readonly Item[];
  /** Why there may be others. With it, `items` is what is known, and one element that stands for the others. */
  readonly open?: string;
}

/** What a loop over the value meets. */
export function elementsOf(machine: Machine, value: Value, place: Place): Elements {
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set":
      // A copy: what the loop itself adds is not walked.
      if (value.open === undefined) return { items: [...value.items] };
      return { items: value.items.length > 0 ? [...value.items] : [{ value: elementOf(value, place) }], open: value.open };
    case "dict": {
      const items = [...value.entries.values()].map((entry): Item => (entry.when ? { value: entry.key, when: entry.when } : { value: entry.key }));
      return value.open === undefined ? { items } : { items, open: value.open };
    }
    case "const":
      if (typeof value.value === "string") return { items: [...value.value].slice(0, 256).map((character) => ({ value: constant(character) })) };
      return { items: [] };
    case "union": {
      const all = value.options.filter((option) => !(option.kind === "const" && option.value === null)).map((option) => elementsOf(machine, option, place));
      if (all.length === 1 && all[0]) return all[0];
      if (all.every((one) => one.open === undefined)) return { items: oneOf(all, place) };
      return { items: all.flatMap((one) => one.items), open: "one of several collections" };
    }
    case "class": {
      if (value.mro.some((cls) => cls.name === "enum.Enum")) return { items: [...value.attributes.values()].filter((member) => member.kind === "instance").map((member) => ({ value: member })) };
      break;
    }
    case "instance":
      if (value.class.mro.some((cls) => cls.attributes.has("__iter__") && !cls.opaque)) {
        const result = callMethod(machine, value, "__iter__", noArguments, place);
        if (result && result !== value && result.kind !== "instance") return elementsOf(machine, result, place);
      }
      break;
    case "template":
    case "symbolic":
    case "module":
    case "function":
    case "native":
    case "method":
    case "external":
    case "annotated":
    case "super":
      break;
    default:
      value satisfies never;
  }
  return { items: [{ value: elementOf(value, place) }], open: value.kind === "symbolic" && value.reason !== undefined ? value.reason : "the collection is not known" };
}

/** What one of several collections holds: what is in all of them for certain, the rest where that one is used. */
function oneOf(collections: readonly Elements[], place: Place): Item[] {
  const head: BranchCondition = { value: unknown("which of several collections it is", place), holds: true, place, text: "which of several collections is used here" };
  const maybe: ConditionList = { head, rest: undefined, depth: 1 };
  const out: Item[] = [];
  for (const { items } of collections) {
    for (const item of items) {
      if (out.some((known) => known.value === item.value)) continue;
      out.push(collections.every((one) => one.items.some((other) => other.value === item.value)) ? item : { value: item.value, when: item.when ?? maybe });
    }
  }
  return out;
}

function elementOf(value: Value, place: Place): Value {
  return symbolic(
    { kind: "element", of: termOf(value) },
    { labels: labelsOf(value), place, reason: value.kind === "symbolic" && value.reason !== undefined ? value.reason : "an element of a collection that is not known", pending: value.kind === "symbolic" && value.pending === true },
  );
}

/** Adds the undecided conditions in force to something put into a collection. */
export function withItemCondition<T extends object>(machine: Machine, item: T): T {
  return machine.mode === "load" && machine.path.conditions ? { ...item, when: machine.path.conditions } : item;
}
