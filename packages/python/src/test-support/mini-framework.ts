import type { MountCondition, Unresolved } from "@muster/contract";
import { pathFrom } from "../documents/document.ts";
import { entriesIn, valueAt } from "../documents/document-node.ts";
import { conditionsOf, type ConditionList } from "../evaluate/path.ts";
import { activate } from "../evaluate/calls.ts";
import { newFrame } from "../evaluate/frame.ts";
import { runLimits, type Machine } from "../evaluate/machine.ts";
import { noArguments, type NativeCall } from "../evaluate/native-call.ts";
import { parentOf } from "../modules/module-index.ts";
import { modelClass, type FoundEndpoint, type FrameworkModels, type Inventory, type PythonFramework } from "../framework.ts";
import { visiblePlace } from "../evaluate/visible-place.ts";
import { constant, none, unknown } from "../values/make.ts";
import { spanOfPlace, symbolOf } from "../values/term.ts";
import { render, textOf } from "../values/text.ts";
import type { FunctionValue, Instance, Place, Value } from "../values/value.ts";

interface Added {
  readonly path: Value;
  readonly handler: Value;
  readonly place: Place;
  readonly conditions: ConditionList | undefined;
}

/** The least that is a framework: `mini.App().add(path, handler)`. It lets tests see what evaluation makes of values. */
export const miniFramework: PythonFramework = {
  name: "mini",
  language: "python",
  applications: ["mini.App"],
  library: new URL("./library/", import.meta.url),
  hints: ["mini"],
  load: async () => miniModels,
};

function miniModels(): FrameworkModels {
  const app = modelClass({
    name: "mini.App",
    methods: {
      __init__: (call) => {
        if (call.self.kind === "instance") call.self.records.set("mini", []);
        return none;
      },
      add: (call) => {
        const [path, handler] = [call.get(0, "path"), call.get(1, "handler")];
        if (path) addedTo(call.self).push({ path, handler: handler ?? none, place: visiblePlace(call.machine, call.place), conditions: call.conditions });
        return none;
      },
      // `describe("api.yml", handler)`: the paths that a document beside the module lists under `paths`.
      describe: (call) => {
        const [name, handler] = [call.get(0), call.get(1)];
        if (!name || !handler) return none;
        const path = pathFrom(parentOf(call.place.module.path), render(textOf(name), () => "?"));
        const state = path === undefined ? undefined : call.machine.document(path);
        const add = (path: Value, place: Place): unknown => addedTo(call.self).push({ path, handler, place, conditions: call.conditions });
        if (state?.status === "known") for (const entry of entriesIn(valueAt(state.document.root, "paths"))) add(constant(entry.key), state.document.place(entry));
        else addedTo(call.self).push({ path: name, handler: unknown(state?.status === "failed" ? state.reason : (state?.status ?? "outside of the repository"), call.place), place: call.place, conditions: call.conditions });
        return none;
      },
      // `include(other)`: what another app holds.
      include: (call) => {
        const other = call.get(0);
        if (other) addedTo(call.self).push(...addedTo(other));
        return none;
      },
    },
  });
  return { values: [["mini.App", withRegistration(app)]], inventory: readMini };
}

function withRegistration<T extends Value & { kind: "class" }>(app: T): T {
  const init = app.attributes.get("__init__");
  if (init?.kind === "native") {
    app.attributes.set("__init__", {
      ...init,
      call: (call: NativeCall) => {
        if (call.self.kind === "instance") call.machine.created.push({ instance: call.self, name: `${call.place.module.name}:app` });
        return init.call(call);
      },
    });
  }
  return app;
}

function addedTo(value: Value): Added[] {
  return value.kind === "instance" ? ((value.records.get("mini") as Added[] | undefined) ?? []) : [];
}

function readMini(machine: Machine): Inventory {
  const unresolved: Unresolved[] = [];
  const endpoints: FoundEndpoint[] = [];
  const apps = new Map<Instance, string>(machine.created.map((one) => [one.instance, one.name]));
  for (const [app, name] of apps) {
    for (const one of addedTo(app)) {
      if (one.handler.kind === "symbolic") unresolved.push({ what: "route", reason: one.handler.reason ?? "not known", span: spanOfPlace(one.place) });
      else for (const path of pathsOf(one.path)) endpoints.push(endpointOf(name, path, one));
    }
  }
  const applications = [...apps].map(([app, name]) => ({ id: "", framework: "mini", name, folder: "", span: spanOfPlace(app.place) }));
  return { applications, endpoints, unresolved, mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: endpoints.length, unresolved: unresolved.length } };
}

/** Each text that the path may be; what is not known of it is `{?}`. */
function pathsOf(path: Value): string[] {
  const options = path.kind === "union" ? path.options : [path];
  return options.map((option) => render(textOf(option), () => "{?}"));
}

function endpointOf(application: string, path: string, added: Added): FoundEndpoint {
  const { handler, place } = added;
  const fn: FunctionValue | undefined = handler.kind === "function" ? handler : handler.kind === "method" && handler.func.kind === "function" ? handler.func : undefined;
  return {
    endpoint: {
      application,
      method: "POST",
      path,
      handler: { symbol: fn ? symbolOf(fn.place, fn.name) : handler.kind, span: spanOfPlace(fn?.place ?? place) },
      span: spanOfPlace(place),
      parameters: [],
      hidden: false,
      deprecated: false,
      conditions: conditionsOf(added.conditions).map((one): MountCondition => ({ text: one.text, holds: one.holds, span: spanOfPlace(one.place) })),
      tags: [],
    },
    judge: () => ({ guards: [], posture: "public", proof: [{ span: spanOfPlace(place), note: "added here" }] }),
    run: (machine) =>
      machine.within("trace", runLimits, () => {
        if (!fn) return [];
        machine.frame = newFrame(fn.place.module, fn.place.module.scope);
        const exits = activate(machine, fn, handler.kind === "method" ? { ...noArguments, positional: [handler.self] } : noArguments, place);
        if (machine.exhausted) machine.recorder?.lose(machine.exhausted, "the budget of evaluation ended here");
        return exits;
      }),
  };
}
