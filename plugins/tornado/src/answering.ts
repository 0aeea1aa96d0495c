import { argumentsOf, constant, emptyDict, findInMro, importDotted, isSubclass, none, type Dict, type Exit, type FunctionValue, type Machine, type Place, type Value } from "@muster/python";
import { callerText, enter, nameOf, pathNames, withStatus, type Layer, type WebRoute } from "@muster/web";
import { statusesAt } from "./models/answers.ts";
import { requestValue } from "./models/request.ts";
import type { HandlerRule } from "./rules.ts";

function libraryFunction(machine: Machine, name: string, place: Place): FunctionValue {
  const found = importDotted(machine, `tornado.web.${name}`, place);
  if (found.kind !== "function") throw new Error(`The library module tornado.web has no function ${name}.`);
  return found;
}

/** How a rule answers a request: a handler is made, prepares, and answers with the method of a name. */
export function answering(machine: Machine, rule: HandlerRule, name: string): NonNullable<WebRoute["run"]> {
  const respond = libraryFunction(machine, "respond", rule.place);
  return {
    invoke: (at) => {
      const names = pathNames(rule.path);
      const value = (one: string): Value => callerText({ machine: at, place: rule.place }, "path", one);
      const named = emptyDict();
      for (const one of names) if (!/^\d+$/.test(one)) named.entries.set(`s:${one}`, { key: constant(one), value: value(one) });
      // A pattern with names gives arguments by name alone.
      const positional: Value = { kind: "tuple", items: named.entries.size > 0 ? [] : names.map((one) => ({ value: value(one) })) };
      const exchange: Value = { kind: "list", items: [] };
      const given = [exchange, rule.handler, rule.application, requestValue(rule.place), optionsOf(rule.options)];
      return enter(at, respond, argumentsOf(...given, constant(name), positional, named), rule.place).flatMap((exit) => separate(exit, exchange.items[0]?.value));
    },
  };
}

/** A `prepare` of the repository's runs before every method of a handler. */
export function preparation(machine: Machine, rule: HandlerRule): Layer[] {
  const found = findInMro(rule.handler, "prepare");
  if (found?.value.kind !== "function" || found.owner.name.startsWith("tornado.")) return [];
  const fn = found.value;
  const prepared = libraryFunction(machine, "prepared", rule.place);
  const run: Layer["run"] = (at, passing) => {
    const exchange: Value = { kind: "list", items: [] };
    const exits = enter(at, prepared, argumentsOf(exchange, rule.handler, rule.application, requestValue(rule.place), optionsOf(rule.options)), fn.place).flatMap((exit) => separate(exit, exchange.items[0]?.value));
    for (const exit of exits) if (exit.kind === "return") passing.at(exit.place, exit.path);
    return exits.filter((exit) => exit.kind === "raise");
  };
  return [{ name: `${nameOf(rule.handler)}.prepare`, via: "inline", layer: "handler", place: fn.place, key: `${rule.application.kind === "instance" ? rule.application.place.s : ""} ${rule.options.kind === "const" ? "" : rule.path}`, wraps: false, run }];
}

function optionsOf(options: Value): Dict {
  if (options.kind === "dict") return options;
  return options.kind === "const" ? emptyDict() : { ...emptyDict(), open: "options that are not known" };
}

/** One way out that ends with several possible answers is a way out for each of them; `raise Finish()` answers with what was set. */
function separate(exit: Exit, handler: Value | undefined): Exit[] {
  if (exit.kind === "raise" && exit.value.kind === "instance" && isSubclass(exit.value.class, ["tornado.web.Finish"]) && handler?.kind === "instance") {
    return statusesAt(exit.path, handler).map(({ status }) => ({ ...exit, kind: "return", value: status === undefined ? none : withStatus(status, exit.place) }));
  }
  const options = exit.value.kind === "union" ? exit.value.options : [exit.value];
  // Where the status was set says where the caller was answered.
  return options.map((value) => ({ ...exit, value, place: exit.kind === "return" && value.kind === "instance" ? value.place : exit.place }));
}
