import { constant, diverged, instanceOf, modelClass, none, type ClassValue, type Instance, type NativeCall, type Place, type Value } from "@muster/python";

const exception = modelClass({ name: "starlette.exceptions.HTTPException", methods: { __init__: rememberStatus } });
const fastapiException = modelClass({ name: "fastapi.HTTPException", bases: [exception] });
const webSocketException = modelClass({ name: "starlette.exceptions.WebSocketException", methods: { __init__: rememberStatus } });
const response = modelClass({ name: "starlette.responses.Response", methods: { __init__: (call) => rememberResponse(call, 200), __call__: send, set_cookie: () => none, delete_cookie: () => none, init_headers: () => none } });

/** Exceptions and responses: what matters of them is their status. */
export function responseModels(): Map<string, Value> {
  const models = new Map<string, Value>([
    ["starlette.exceptions.HTTPException", exception],
    ["fastapi.HTTPException", fastapiException],
    ["fastapi.exceptions.HTTPException", fastapiException],
    ["starlette.exceptions.WebSocketException", webSocketException],
    ["fastapi.WebSocketException", webSocketException],
    ["fastapi.exceptions.WebSocketException", webSocketException],
  ]);
  const kinds: readonly (readonly [string, number])[] = [["Response", 200], ["JSONResponse", 200], ["HTMLResponse", 200], ["PlainTextResponse", 200], ["StreamingResponse", 200], ["FileResponse", 200], ["ORJSONResponse", 200], ["UJSONResponse", 200], ["RedirectResponse", 307]];
  for (const [name, status] of kinds) {
    const cls: ClassValue = name === "Response" ? response : modelClass({ name: `starlette.responses.${name}`, bases: [response], methods: { __init__: (call) => rememberResponse(call, status, name === "RedirectResponse") } });
    for (const prefix of ["starlette.responses.", "fastapi.responses."]) models.set(`${prefix}${name}`, cls);
  }
  models.set("fastapi.Response", response);
  return models;
}

function rememberStatus(call: NativeCall): Value {
  if (call.self.kind === "instance") {
    const status = call.get(0, "status_code") ?? call.args.keywords.get("code");
    if (status) call.self.attributes.set("status_code", plainNumber(status));
    const detail = call.get(1, "detail");
    if (detail) call.self.attributes.set("detail", detail);
  }
  return none;
}

function rememberResponse(call: NativeCall, status: number, redirects = false): Value {
  if (call.self.kind !== "instance") return none;
  call.self.attributes.set("status_code", plainNumber(call.get(1, "status_code") ?? constant(status)));
  const first = call.get(0, redirects ? "url" : "content");
  if (first) call.self.attributes.set(redirects ? "url" : "content", first);
  return none;
}

/** A response called as an ASGI application answers the request: nothing after it reaches the caller. */
function send(call: NativeCall): Value {
  call.machine.frame?.exits.push({ kind: "return", value: call.self, place: call.place, path: call.machine.path, through: [] });
  throw diverged;
}

/** `HTTPStatus.FORBIDDEN` stands for its number. */
function plainNumber(value: Value): Value {
  return value.kind === "instance" ? (value.attributes.get("value") ?? value) : value;
}

export function httpException(status: number, place: Place): Instance {
  const made = instanceOf(fastapiException, place);
  made.attributes.set("status_code", constant(status));
  return made;
}

/** `status.HTTP_404_NOT_FOUND`, `status.WS_1008_POLICY_VIOLATION`, `HTTPStatus.NOT_FOUND`. */
export function statusName(name: string): Value | undefined {
  const match = /^(?:fastapi|starlette)\.status\.(?:HTTP|WS)_(\d{3,4})_/.exec(name);
  if (match) return constant(Number(match[1]));
  const member = /^http\.HTTPStatus\.(\w+?)(\.value)?$/.exec(name);
  const number = member && httpStatus[member[1] ?? ""];
  return number === undefined || number === null ? undefined : constant(number);
}

const httpStatus: Readonly<Record<string, number>> = {
  OK: 200, CREATED: 201, ACCEPTED: 202, NO_CONTENT: 204, MOVED_PERMANENTLY: 301, FOUND: 302, SEE_OTHER: 303, NOT_MODIFIED: 304, TEMPORARY_REDIRECT: 307, PERMANENT_REDIRECT: 308,
  BAD_REQUEST: 400, UNAUTHORIZED: 401, PAYMENT_REQUIRED: 402, FORBIDDEN: 403, NOT_FOUND: 404, METHOD_NOT_ALLOWED: 405, NOT_ACCEPTABLE: 406, PROXY_AUTHENTICATION_REQUIRED: 407, REQUEST_TIMEOUT: 408, CONFLICT: 409, GONE: 410, PRECONDITION_FAILED: 412, UNPROCESSABLE_ENTITY: 422, LOCKED: 423, TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500, NOT_IMPLEMENTED: 501, BAD_GATEWAY: 502, SERVICE_UNAVAILABLE: 503, GATEWAY_TIMEOUT: 504,
};
