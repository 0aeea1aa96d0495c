import { keyOf, noArguments, none, symbolic, type Instance, type Place, type Value } from "@muster/python";
import { callee, enter, nameOf, receiver, type Layer } from "@muster/web";

/** What runs once the view function has answered: functions of the blueprints around it, the innermost first, then the application's; each list's last first. */
export function layersAfter(application: Instance, blueprints: readonly string[]): Layer[] {
  const all = application.attributes.get("after_request_funcs");
  if (all?.kind !== "dict") return [];
  return [...blueprints.map((name) => `s:${name}`), keyOf(none) ?? ""].flatMap((scope): Layer[] => {
    const list = all.entries.get(scope)?.value;
    if (list?.kind !== "list") return [];
    return list.items.toReversed().map(({ value, when }) => afterLayer(application, value, when));
  });
}

function afterLayer(application: Instance, value: Value, conditions: Layer["conditions"]): Layer {
  const fn = callee(value);
  const place = fn?.place ?? application.place;
  return {
    name: nameOf(value),
    via: "middleware",
    layer: "application",
    place,
    wraps: true,
    conditions,
    run:
      fn &&
      ((machine, passing) => {
        passing.at(place);
        return enter(machine, fn, { ...noArguments, positional: [...receiver(value), responseAt(place)] }, place);
      }),
  };
}

function responseAt(place: Place): Value {
  return symbolic({ kind: "unknown", reason: "the response" }, { place, reason: "the response" });
}
