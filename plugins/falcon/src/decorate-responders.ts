import { call, native, setAttribute, argumentsOf, visiblePlace, type NativeCall, type Value } from "@muster/python";

/**
 * What `falcon.before` returns: around a responder, the decorator itself; around a class, the decorator around every
 * responder that the class has, inherited ones included.
 */
export function decorateResponders(outer: NativeCall): Value | undefined {
  const [around, action] = [outer.get(0), outer.get(1)];
  const decorate = (inner: NativeCall, responder: Value): Value => {
    // A hook that cannot be followed is kept as a decorator that could not be.
    const unknown = action?.kind === "symbolic" || action?.kind === "external";
    if (unknown && responder.kind === "function") return { ...responder, wrappers: [...responder.wrappers, { decorator: action, place: visiblePlace(inner.machine, inner.place) }] };
    return around ? call(inner.machine, around, argumentsOf(responder), inner.place) : responder;
  };
  return native("falcon.hooks.before()", (inner) => {
    const target = inner.get(0);
    if (target?.kind !== "class") return target && decorate(inner, target);
    const responders = new Map(target.mro.flatMap((cls) => [...cls.attributes]).reverse().filter(([name, value]) => isResponder(name) && value.kind === "function"));
    for (const [name, responder] of responders) setAttribute(inner.machine, target, name, decorate(inner, responder), inner.place);
    return target;
  });
}

function isResponder(name: string): boolean {
  return /^on_(?:get|head|post|put|patch|delete|options|connect|trace|websocket)(?:_\w+)?$/.test(name);
}
