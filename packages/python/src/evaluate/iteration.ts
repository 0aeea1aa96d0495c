import { conditionsOfOption } from "./one-of.ts";
import { constant, labelsOf, symbolic, unknown } from "../values/make.ts";
import { termOf } from "../values/term.ts";
import type { Item, Place, Value } from "../values/value.ts";
import { callMethod } from "./calls.ts";
import { noArguments } from "./native-call.ts";
import { conditionByDefault } from "./defaults.ts";
import type { Machine } from "./machine.ts";
import { valuesOfTuple } from "./named-tuple.ts";
import { conditionsOf, type BranchCondition, type ConditionList } from "./path.ts";

export interface Elements {
  readonly items: readonly Item[];
  /** Why there may be others. With it, `items` is what is known, and one element that stands for the others. */
  readonly open?: string;
}

/** The known collections of which the value is one: a loop walks one of them, and not all. Undefined where it is no such choice. */
export function alternativesOf(value: Value): readonly Value[] | undefined {
  if (value.kind !== "union") return undefined;
  const options = value.options.filter((option) => !(option.kind === "const" && option.value === null));
  const known = options.every((option) => (option.kind === "list" || option.kind === "tuple" || option.kind === "set" || option.kind === "dict") && option.open === undefined);
  return known && options.length > 1 && options.length <= 8 ? options : undefined;
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
      const all = value.options.filter((option) => !isNoCollection(option)).map((option) => without(elementsOf(machine, option, place), [conditionsOfOption(value, option), "since" in option ? option.since : undefined]));
      if (all.length === 1 && all[0]) return all[0];
      if (all.every((one) => one.open === undefined)) return { items: oneOf(all, place) };
      return { items: all.flatMap((one) => one.items), open: "one of several collections" };
    }
    case "class": {
      if (value.mro.some((cls) => cls.name === "enum.Enum")) return { items: [...value.attributes.values()].filter((member) => member.kind === "instance").map((member) => ({ value: member })) };
      break;
    }
    case "instance": {
      const parts = valuesOfTuple(value);
      if (parts) return { items: parts.map((part) => ({ value: part })) };
      if (value.class.mro.some((cls) => cls.attributes.has("__iter__") && !cls.opaque)) {
        const result = callMethod(machine, value, "__iter__", noArguments, place);
        if (result && result !== value && result.kind !== "instance") return elementsOf(machine, result, place);
      }
      break;
    }
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

/** The text of the condition under which something is in one of several collections. */
export const oneOfSeveral = "which of several collections is used here";

/** A number, None or a member of an enumeration: walking it raises. */
function isNoCollection(value: Value): boolean {
  if (value.kind === "const") return typeof value.value !== "string";
  return value.kind === "instance" && value.class.mro.some((cls) => cls.name === "enum.Enum") && !value.class.mro.some((cls) => cls.attributes.has("__iter__"));
}

/** The elements of a collection where it is the one that is used: what its own conditions put into it is there for certain then. */
function without(elements: Elements, under: readonly (ConditionList | undefined)[]): Elements {
  const known = new Set(under.flatMap(conditionsOf));
  if (known.size === 0) return elements;
  const items = elements.items.map((item) => (item.when && conditionsOf(item.when).every((one) => known.has(one)) ? { value: item.value, ...(item.maybe && { maybe: true as const }) } : item));
  return { ...elements, items };
}

/** What one of several collections holds: what is in all of them for certain, the rest where that one is used. */
function oneOf(collections: readonly Elements[], place: Place): Item[] {
  const head: BranchCondition = { value: unknown("which of several collections it is", place), holds: true, place, text: oneOfSeveral };
  const maybe: ConditionList = { head, rest: undefined, depth: 1 };
  const out: Item[] = [];
  for (const { items } of collections) {
    for (const item of items) {
      if (out.some((known) => known.value === item.value)) continue;
      const everywhere = collections.map((one) => one.items.find((other) => other.value === item.value));
      if (!everywhere.every((one) => one !== undefined)) out.push({ value: item.value, when: item.when ?? maybe });
      else out.push(everywhere.find((one) => one.when !== undefined) ?? item);
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

/**
 * Whether an element is there by default: not where a variable would have to be set for it, and where it would have to be unset only by
 * a default that the code states itself. Undefined where it depends on anything else. What was decided so is noted.
 */
export function isThereByDefault(machine: Machine, item: Item): boolean | undefined {
  if (machine.mode === "load" || !item.when) return undefined;
  const open = conditionsOf(item.when).filter((one) => one.otherwise?.kind !== "raise" && one.text !== "");
  if (open.length === 0) return undefined;
  const known = open.map((one) => ({ one, side: conditionByDefault(one.value) }));
  const against = known.find(({ one, side }) => side !== undefined && side.holds !== one.holds && (side.written || one.holds));
  if (!against && known.some(({ side }) => side?.written !== true)) return undefined;
  for (const { one } of against ? [against] : known) machine.byDefault.add(one);
  return against === undefined;
}

/** Adds the undecided conditions in force to something put into a collection; when a request runs, those that are new since the collection was made. */
export function withItemCondition<T extends object>(machine: Machine, item: T, since?: ConditionList): T {
  const { conditions } = machine.path;
  // A list that only a loop over what is not known fills may be empty: `if wrong: raise` then has another side.
  if (machine.mode !== "load" && machine.looped > 0) return { ...item, maybe: true };
  if (!conditions) return item;
  if (machine.mode === "load") return { ...item, when: conditions };
  const known = new Set(conditionsOf(since));
  if (!conditionsOf(conditions).some((one) => !one.otherwise && !known.has(one))) return item;
  return machine.mode === "trace" ? { ...item, maybe: true } : { ...item, when: conditions };
}
