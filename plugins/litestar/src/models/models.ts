import { constant, elementsOf, isSubclass, keyOf, knownText, native, none, render, unknown, visiblePlace, type FrameworkModels, type NativeCall, type Value } from "@muster/python";
import { adapters, noteCreated, primitives } from "@muster/web";
import { readInventory } from "../inventory.ts";
import { connectionClasses, connectionValue, type ConnectionClasses } from "./connection.ts";
import { RouteAtHand } from "./current-route.ts";
import { excludes } from "./excluded-paths.ts";
import { setShownPlace } from "./shown-place.ts";

/** What Litestar's library modules cannot say in Python, and the classes of requests. */
export function litestarModels(): FrameworkModels {
  const atHand = new RouteAtHand();
  const classes = connectionClasses(atHand);
  return {
    values: [...primitives, ...adapters, ...natives(atHand, classes), ...connections(classes)],
    inventory: (machine) => readInventory(machine, atHand, classes),
  };
}

function connections(classes: ConnectionClasses): [string, Value][] {
  return [
    ...["litestar.connection.ASGIConnection", "litestar.connection.base.ASGIConnection"].map((name): [string, Value] => [name, classes.connection]),
    ...["litestar.connection.Request", "litestar.connection.request.Request"].map((name): [string, Value] => [name, classes.request]),
    ...["litestar.connection.WebSocket", "litestar.connection.websocket.WebSocket"].map((name): [string, Value] => [name, classes.socket]),
  ];
}

/** The module `muster_litestar`. */
function natives(atHand: RouteAtHand, classes: ConnectionClasses): [string, Value][] {
  const all: Record<string, (call: NativeCall) => Value | undefined> = {
    created: (call) => {
      const app = call.get(0);
      if (app?.kind === "instance") noteCreated(call.machine, app);
      return none;
    },
    placed: (call) => {
      const made = call.get(0);
      if (made?.kind === "instance") setShownPlace(made, visiblePlace(call.machine, made.place));
      return none;
    },
    // A hook that is not known leaves the configuration as it was.
    configured: (call) => {
      const made = call.get(0);
      return made?.kind === "instance" && isSubclass(made.class, ["litestar.config.app.AppConfig"]) ? made : call.get(1);
    },
    connection: (call) => connectionValue(classes.connection, call.place),
    kind: (call) => {
      touch(call);
      return constant(call.machine.request?.method === "WEBSOCKET" ? "websocket" : call.machine.request?.method === "*" ? "asgi" : "http");
    },
    option: (call) => {
      touch(call);
      const opt = atHand.route?.opt;
      const name = call.get(0);
      const key = name && keyOf(name);
      if (!opt || key === undefined) return unknown("the options of the handler are not known", call.place);
      return opt.entries.get(key)?.value ?? (opt.open === undefined ? none : unknown(opt.open, call.place));
    },
    matches: (call) => {
      touch(call);
      const { request } = call.machine;
      const given = call.get(0);
      if (!request || !given) return unknown("there is no request here", call.place);
      const { items, open } = given.kind === "const" ? { items: [{ value: given }], open: undefined } : elementsOf(call.machine, given, call.place);
      const patterns = items.map((item) => knownText(item.value));
      const known = patterns.filter((pattern) => pattern !== undefined);
      const path = render(request.path, (part) => (part.kind === "symbolic" && part.term.kind === "input" ? `{${part.term.name}}` : "{}"));
      const found = excludes(known, path, atHand.route?.types ?? new Map());
      if (found === true) return constant(true);
      return found === false && open === undefined && known.length === patterns.length ? constant(false) : unknown("whether the path is excluded here is up to the caller, or not known", call.place);
    },
  };
  return Object.entries(all).map(([name, run]) => [`muster_litestar.${name}`, native(`muster_litestar.${name}`, run)]);
}

function touch(call: NativeCall): void {
  if (call.machine.request) call.machine.request.touched = true;
}
