import { libraryModels } from "@muster/web";
import { constant, native, type FrameworkModels, type NativeCall, type Value } from "@muster/python";
import { ruleSegments } from "./rule-segments.ts";
import { pathBelow, template, yieldRoutes } from "./rule.ts";

/** Bottle is told in Python (see `library/bottle.py`); what Python cannot say there is the text of rules. */
export function bottleModels(): FrameworkModels {
  return libraryModels({
    name: "bottle",
    applications: ["bottle.Bottle"],
    order: { segments: ruleSegments, replaces: true },
    values: [
      ["muster_bottle.template", native("muster_bottle.template", template)],
      ["muster_bottle.path_below", native("muster_bottle.path_below", pathBelow)],
      ["muster_bottle.yieldroutes", native("muster_bottle.yieldroutes", yieldRoutes)],
      ["muster_bottle.is_among", native("muster_bottle.is_among", isAmong)],
      ["muster_bottle.is_application", native("muster_bottle.is_application", isApplication)],
    ] satisfies [string, Value][],
  });
}

function isApplication(call: NativeCall): Value {
  const app = call.get(0);
  return constant(app?.kind === "instance" && app.class.mro.some((cls) => cls.name === "bottle.Bottle"));
}

/** Whether a list of what to skip names a plugin: itself, its class, its name, or all of them. */
function isAmong(call: NativeCall): Value {
  const [list, plugin] = [call.get(0), call.get(1)];
  const name = call.get(2);
  if (list?.kind !== "list") return constant(false);
  const named = name?.kind === "const" && typeof name.value === "string" ? name.value : undefined;
  return constant(
    list.items.some(({ value, when }) => {
      if (when !== undefined) return false;
      if (value.kind === "const") return value.value === true || (named !== undefined && value.value === named);
      return value === plugin || (plugin?.kind === "instance" && value === plugin.class);
    }),
  );
}
