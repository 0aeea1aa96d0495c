import { libraryModels, pathNames } from "@muster/web";
import { constant, knownText, native, sequence, type FrameworkModels, type NativeCall, type Value } from "@muster/python";
import { allows } from "./auth-response.ts";

/** Chalice is told in Python (see `library/chalice`); what Python cannot say there is which routes an authorizer's answer allows. */
export function chaliceModels(): FrameworkModels {
  return libraryModels({
    name: "chalice",
    applications: ["chalice.app.Chalice"],
    pieces: ["chalice.app.Blueprint"],
    values: [
      ["muster_chalice.allows", native("muster_chalice.allows", allows)],
      ["muster_chalice.path_names", native("muster_chalice.path_names", namesOf)],
    ] satisfies [string, Value][],
  });
}

function namesOf(call: NativeCall): Value {
  return sequence("list", pathNames(knownText(call.get(0)) ?? "").map((name) => constant(name)));
}
