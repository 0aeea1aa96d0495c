import { answer, httpStatus } from "@muster/web";
import { constant, modelClass, none, type ClassValue, type NativeCall, type Value } from "@muster/python";

const exception = modelClass({ name: "starlette.exceptions.HTTPException", methods: { __init__: rememberStatus } });
const fastapiException = modelClass({ name: "fastapi.HTTPException", bases: [exception] });
const webSocketException = modelClass({ name: "starlette.exceptions.WebSocketException", methods: { __init__: rememberStatus } });
const response = modelClass({ name: "starlette.responses.Response", methods: { __init__: (call) => rememberResponse(call, 200), __call__: (call) => answer(call, call.self), set_cookie: () => none, delete_cookie: () => none, init_headers: () => none } });

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

/** `HTTPStatus.FORBIDDEN` stands for its number. */
function plainNumber(value: Value): Value {
  return value.kind === "instance" ? (value.attributes.get("value") ?? value) : value;
}

/** `status.HTTP_404_NOT_FOUND`, `status.WS_1008_POLICY_VIOLATION`, `HTTPStatus.NOT_FOUND`. */
export function statusName(name: string): Value | undefined {
  const match = /^(?:fastapi|starlette)\.status\.(?:HTTP|WS)_(\d{3,4})_/.exec(name);
  if (match) return constant(Number(match[1]));
  const member = /^http\.HTTPStatus\.(\w+?)(\.value)?$/.exec(name);
  const number = member && httpStatus[member[1] ?? ""];
  return number === undefined || number === null ? undefined : constant(number);
}
