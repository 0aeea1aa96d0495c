import { libraryModels } from "@muster/web";
import { constant, native, type FrameworkModels, type NativeCall, type Value } from "@muster/python";
import { pathBelow, template, yieldRoutes } from "./rule.ts";

/** Bottle is told in Python (see `library/bottle.py`); what Python cannot say there is the text of rules. */
export function bottleModels(): FrameworkModels {
  return libraryModels({
    name: "bottle",
    applications: ["bottle.Bottle"],
    values: [
      ["muster_bottle.template", native("muster_bottle.template", template)],
      ["muster_bottle.path_below", native("muster_bottle.path_below", pathBelow)],
      ["muster_bottle.yieldroutes", native("muster_bottle.yieldroutes", yieldRoutes)],
      ["muster_bottle.is_application", native("muster_bottle.is_application", isApplication)],
    ] satisfies [string, Value][],
  });
}

function isApplication(call: NativeCall): Value {
  const app = call.get(0);
  return constant(app?.kind === "instance" && app.class.mro.some((cls) => cls.name === "bottle.Bottle"));
}
