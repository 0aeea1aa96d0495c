import type { Step } from "@muster/contract";
import { findInMro, spanOfPlace, symbolOf, type Inventory, type Machine } from "@muster/python";
import { collectApplications, LayerStack, mountConditions, takenBy, topLevelObjects, type ApplicationTable, type WebRoute } from "@muster/web";
import { answering, preparation } from "./answering.ts";
import { isApplication } from "./models/recorders.ts";
import { rulesOf, type HandlerRule } from "./rules.ts";
import { verbsOf } from "./verbs.ts";

/** Reads applications off what modules and factories made. */
export function readInventory(machine: Machine): Inventory {
  const tables = topLevelObjects(machine, isApplication).map(({ instance, name }): ApplicationTable => {
    const { rules, unresolved, mounted } = rulesOf(machine, instance);
    return { framework: "tornado", name, instance, routes: inOrder(rules).flatMap((rule) => routesOf(machine, rule)), unresolved, mounts: { resolved: mounted.length, unresolved: 0 }, mounted };
  });
  return collectApplications(machine, new LayerStack(), tables);
}

/** Tornado gives a request to the first rule that matches its path, and looks at the method behind it. */
function inOrder(rules: readonly HandlerRule[]): readonly (HandlerRule & { readonly unreachable?: Step })[] {
  const takers = takenBy(rules.map(({ segments, conditions }) => ({ method: undefined, segments, conditions: mountConditions(conditions) })));
  return rules.map((rule, index) => {
    const taker = takers[index] === undefined ? undefined : rules[takers[index]];
    return taker ? { ...rule, unreachable: { span: spanOfPlace(taker.place), note: `${taker.path} comes before it and takes all its requests` } } : rule;
  });
}

function routesOf(machine: Machine, rule: HandlerRule & { readonly unreachable?: Step }): WebRoute[] {
  return verbsOf(machine, rule.handler).map(({ method, name, fn }) => {
    const shown = fn.wraps ?? fn;
    const inLibrary = findInMro(rule.handler, fn.name.slice(fn.name.lastIndexOf(".") + 1))?.owner.name.startsWith("tornado.") ?? false;
    return {
      method,
      path: rule.path,
      place: rule.place,
      symbol: symbolOf(shown.place, shown.name),
      handlerPlace: inLibrary ? (rule.handler.place ?? rule.place) : shown.place,
      handler: fn,
      layers: preparation(machine, rule),
      run: answering(machine, rule, name),
      conditions: mountConditions(rule.conditions),
      ...(rule.unreachable && { unreachable: rule.unreachable }),
      hidden: method === "WEBSOCKET" || rule.handler.mro.some((cls) => cls.name === "tornado.web.StaticFileHandler"),
    };
  });
}
