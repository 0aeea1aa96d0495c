import type { NativeCall } from "../evaluate/native-call.ts";
import { elementsOf } from "../evaluate/iteration.ts";
import { modelClass } from "../framework.ts";
import { constant, emptyDict, none, sequence } from "../values/make.ts";
import { knownText } from "../values/text.ts";
import type { Value } from "../values/value.ts";

/** `collections.namedtuple("Berth", "dock number", defaults=[1])`: a class whose objects are tuples of these fields. */
export function namedTuple(call: NativeCall): Value | undefined {
  const name = knownText(call.get(0, "typename"));
  const names = namesOf(call, call.get(1, "field_names"));
  if (name === undefined || names === undefined) return undefined;
  const given = call.get(3, "defaults");
  const defaults = given === undefined || (given.kind === "const" && given.value === null) ? [] : elementsOf(call.machine, given, call.place).items.map(({ value }) => value);
  return modelClass({
    name: `${call.place.module.name}.${name}`,
    attributes: { "@tuple": sequence("tuple", names.map((one) => constant(one))), _fields: sequence("tuple", names.map((one) => constant(one))) },
    methods: {
      __init__: ({ self, args }) => {
        if (self.kind !== "instance") return none;
        for (const [index, field] of names.entries()) {
          const value = args.positional[index] ?? args.keywords.get(field) ?? defaults[index - names.length + defaults.length];
          if (value) self.attributes.set(field, value);
        }
        if (args.open) self.open = "it was created with arguments that are not known";
        return none;
      },
      _asdict: ({ self }) => {
        const out = emptyDict(self.kind === "instance" ? self.open : "it is not known");
        if (self.kind === "instance") for (const field of names) out.entries.set(`s:${field}`, { key: constant(field), value: self.attributes.get(field) ?? none });
        return out;
      },
      _replace: ({ self, args }) => (self.kind === "instance" ? { ...self, attributes: new Map([...self.attributes, ...args.keywords]) } : undefined),
    },
  });
}

/** `"x y"`, `"x, y"` or a list of names. */
function namesOf(call: NativeCall, given: Value | undefined): readonly string[] | undefined {
  const text = given && knownText(given);
  if (text !== undefined) return text.split(/[\s,]+/).filter((one) => one !== "");
  if (given?.kind !== "list" && given?.kind !== "tuple") return undefined;
  const { items, open } = elementsOf(call.machine, given, call.place);
  const names = items.map(({ value }) => knownText(value));
  return open === undefined && names.every((one) => one !== undefined) ? names : undefined;
}
