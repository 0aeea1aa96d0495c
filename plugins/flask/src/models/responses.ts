import { constant, instanceOf, isSubclass, modelClass, native, none, noteBirth, type ClassValue, type Instance, type Machine, type NativeCall, type Place, type Value } from "@muster/python";
import { answer, httpStatus } from "@muster/web";

/** What matters of a response is its status, and where it leads. */
export const responseClass: ClassValue = modelClass({
  name: "flask.wrappers.Response",
  methods: {
    __init__: (call) => {
      if (call.self.kind !== "instance") return none;
      call.self.attributes.set("status_code", statusNumber(call.get(1, "status")) ?? constant(200));
      const content = call.get(0, "response");
      if (content) call.self.attributes.set("response", content);
      return none;
    },
    // As a WSGI application: it answers by itself.
    __call__: (call) => answer(call, call.self),
    set_cookie: () => none,
    delete_cookie: () => none,
    set_data: () => none,
    get_json: () => undefined,
    make_conditional: (call) => call.self,
  },
});

export function isResponse(value: Value | undefined): value is Instance {
  return value?.kind === "instance" && isSubclass(value.class, ["flask.wrappers.Response"]);
}

/** `401`, `"401 Unauthorized"`, `HTTPStatus.UNAUTHORIZED`; undefined for what is no known status. */
export function statusNumber(value: Value | undefined): Value | undefined {
  if (value?.kind === "instance") return statusNumber(value.attributes.get("value"));
  if (value?.kind === "const" && typeof value.value === "string") {
    const number = Number.parseInt(value.value, 10);
    return Number.isNaN(number) ? undefined : constant(number);
  }
  if (value?.kind === "const" && typeof value.value === "number") return value;
  return value?.kind === "symbolic" ? value : undefined;
}

/** What Flask makes of what a view returns: text, a dict, a response, or a tuple of one with a status and headers. */
export function toResponse(machine: Machine, value: Value, place: Place): Value {
  if (isResponse(value)) return withLaterStatus(value);
  if (value.kind === "tuple") {
    const [body, ...rest] = value.items.map((item) => item.value);
    // `(body, headers)`: a status is a number or a text.
    const status = rest.map(statusNumber).find((one) => one?.kind === "const" || one?.kind === "symbolic");
    if (!status) return body ? toResponse(machine, body, place) : value;
    return madeWith(machine, status, place);
  }
  if (value.kind === "const" && value.value === null) return value;
  if (value.kind === "const" || value.kind === "template" || value.kind === "dict" || value.kind === "list") return madeWith(machine, constant(200), place);
  return value;
}

function madeWith(machine: Machine, status: Value, place: Place): Instance {
  const made = instanceOf(responseClass, place);
  noteBirth(machine, made);
  made.attributes.set("status_code", status);
  return made;
}

/** `response.status = "401 Unauthorized"` after it was made. */
function withLaterStatus(response: Instance): Value {
  const later = statusNumber(response.attributes.get("status"));
  if (later) response.attributes.set("status_code", later);
  return response;
}

export function responseModels(): [string, Value][] {
  const made = (status: Value) => (call: NativeCall): Value => madeWith(call.machine, status, call.place);
  return [
    ["muster_flask.Response", responseClass],
    ["muster_flask.jsonify", native("flask.jsonify", made(constant(200)))],
    ["muster_flask.redirect", native("flask.redirect", (call) => madeWith(call.machine, statusNumber(call.get(1, "code")) ?? constant(302), call.place))],
    [
      "muster_flask.make_response",
      native("flask.make_response", (call) => {
        const [only] = call.args.positional;
        if (!only) return madeWith(call.machine, constant(200), call.place);
        const value = call.args.positional.length === 1 ? only : ({ kind: "tuple", items: call.args.positional.map((one) => ({ value: one })) } as const);
        return toResponse(call.machine, value, call.place);
      }),
    ],
    ["muster_flask.is_response", native("is_response", (call) => constant(isResponse(call.get(0))))],
  ];
}

/** `HTTPStatus.NOT_FOUND` and its value. */
export function statusName(name: string): Value | undefined {
  const member = /^http\.HTTPStatus\.(\w+?)(\.value)?$/.exec(name);
  const number = member && httpStatus[member[1] ?? ""];
  return number === undefined || number === null ? undefined : constant(number);
}
