import { elementsOf, findInMro, isSubclass, knownText, type ClassValue, type FunctionValue, type Machine } from "@muster/python";

/** A method that a handler answers, what it is called in the class, and what runs in the end. */
export interface Verb {
  readonly method: string;
  readonly name: string;
  readonly fn: FunctionValue;
}

/** What a handler class answers: of the methods that it supports, those that it or a base defines. A WebSocket is opened by GET. */
export function verbsOf(machine: Machine, handler: ClassValue): Verb[] {
  if (isSubclass(handler, ["tornado.websocket.WebSocketHandler"])) {
    const open = findInMro(handler, "open");
    return open?.value.kind === "function" ? [{ method: "WEBSOCKET", name: "get", fn: open.value }] : [];
  }
  const supported = findInMro(handler, "SUPPORTED_METHODS");
  const methods = supported && handler.place ? elementsOf(machine, supported.value, handler.place).items.map((item) => knownText(item.value)) : ["GET"];
  return methods.flatMap((method): Verb[] => {
    const name = method?.toLowerCase();
    const found = name === undefined ? undefined : findInMro(handler, name);
    return method !== undefined && name !== undefined && found?.value.kind === "function" ? [{ method, name, fn: found.value }] : [];
  });
}
