import type { Step } from "@muster/contract";
import { call as callValue, explain, findInMro, isLibrary, native, noArguments, spanOfPlace, visiblePlace, writtenInClass, type Instance, type Machine, type NativeCall, type Place, type Value } from "@muster/python";

/** What tells, with a refusal, which permission refused and where it was asked for. */
export function askedByModels(): readonly (readonly [string, Value])[] {
  return [["muster_drf.because", native("muster_drf.because", because)]];
}

/** `because(view, permission, setting, run)`: what `run` raises was raised because of the permission. `setting` says where the project's setting is written. */
function because(call: NativeCall): Value | undefined {
  const { machine, place } = call;
  const [view, permission, setting, run] = call.args.positional;
  if (!run) return undefined;
  const frame = machine.frame;
  const mark = frame?.exits.length ?? 0;
  try {
    return callValue(machine, run, noArguments, place);
  } finally {
    const raised = machine.mode === "anonymous" ? (frame?.exits.slice(mark).filter((exit) => exit.kind === "raise") ?? []) : [];
    if (raised.length > 0 && view?.kind === "instance" && permission?.kind === "instance") {
      const steps = stepsOf(machine, view, permission, setting, place);
      for (const exit of raised) explain(exit.value, steps);
    }
  }
}

function stepsOf(machine: Machine, view: Instance, permission: Instance, setting: Value | undefined, place: Place): Step[] {
  const { text, at } = askedBy(machine, view, setting, visiblePlace(machine, place));
  const own = permission.class.place;
  const steps: Step[] = [{ span: spanOfPlace(at), note: `${text} asks for ${nameOf(permission)}` }];
  if (own && !isLibrary(own.module.path)) steps.push({ span: spanOfPlace(own), note: `${permission.class.name} says whether the caller may` });
  return steps;
}

/** The permission's class; of several that are combined, all of them as they are written. */
function nameOf(permission: Instance): string {
  const [first, second] = ["op1", "op2"].map((name) => permission.attributes.get(name)).map((one) => (one?.kind === "instance" ? nameOf(one) : "?"));
  switch (permission.class.name) {
    case "rest_framework.permissions.AND":
      return `(${first} & ${second})`;
    case "rest_framework.permissions.OR":
      return `(${first} | ${second})`;
    case "rest_framework.permissions.NOT":
      return `~${first}`;
    default:
      return permission.class.name;
  }
}

interface Asking {
  readonly text: string;
  readonly at: Place;
}

/** What asks for a view's permissions: a method of its own, the call that made the view, a class, a decorator, or the project's setting. */
function askedBy(machine: Machine, view: Instance, setting: Value | undefined, near: Place): Asking {
  const method = findInMro(view.class, "get_permissions");
  if (method?.value.kind === "function" && !isLibrary(method.value.place.module.path)) return { text: `\`get_permissions\` of ${method.owner.name}`, at: method.value.place };
  if (view.attributes.has("permission_classes")) return ofAction(view) ?? { text: "`permission_classes`, where the view is made,", at: near };
  const owner = findInMro(view.class, "permission_classes")?.owner;
  const place = owner?.place;
  if (!owner || owner.name === "rest_framework.views.APIView") return { text: "the setting `DEFAULT_PERMISSION_CLASSES`", at: (setting?.kind === "symbolic" ? setting.place : undefined) ?? near };
  if (place && !isLibrary(place.module.path)) return { text: `\`permission_classes\` of ${owner.name}`, at: writtenInClass(owner, "permission_classes") ?? place };
  return { text: "`@permission_classes`", at: functionOf(view) ?? near };
}

/** An extra action that has permissions of its own. */
function ofAction(view: Instance): Asking | undefined {
  const name = view.attributes.get("action");
  const found = name?.kind === "const" && typeof name.value === "string" ? findInMro(view.class, name.value) : undefined;
  if (!found || found.value.kind !== "function" || !found.value.attributes.has("kwargs")) return undefined;
  const shown = found.value.wraps ?? found.value;
  return { text: `\`permission_classes\` of the action ${found.owner.name}.${String(name?.kind === "const" && name.value)}`, at: shown.place };
}

/** The function that a view was made of. */
function functionOf(view: Instance): Place | undefined {
  for (const value of view.class.attributes.values()) if (value.kind === "function" && value.wraps && !isLibrary(value.wraps.place.module.path)) return value.wraps.place;
  return undefined;
}
