import { constant, instanceOf, modelClass, none, type ClassValue, type NativeCall, type Value } from "@muster/python";
import { setEntry, setRecord, type Entry } from "../route-record.ts";
import { present } from "./security.ts";

/** One route that the package brings along; `guard` is what it puts before it. */
interface BroughtRoute {
  readonly method: string;
  readonly path: string;
  readonly guard?: "user" | "superuser";
}

const routers: Readonly<Record<string, readonly BroughtRoute[]>> = {
  get_auth_router: [{ method: "POST", path: "/login" }, { method: "POST", path: "/logout", guard: "user" }],
  get_register_router: [{ method: "POST", path: "/register" }],
  get_reset_password_router: [{ method: "POST", path: "/forgot-password" }, { method: "POST", path: "/reset-password" }],
  get_verify_router: [{ method: "POST", path: "/request-verify-token" }, { method: "POST", path: "/verify" }],
  get_users_router: [
    { method: "GET", path: "/me", guard: "user" },
    { method: "PATCH", path: "/me", guard: "user" },
    { method: "GET", path: "/{id}", guard: "superuser" },
    { method: "PATCH", path: "/{id}", guard: "superuser" },
    { method: "DELETE", path: "/{id}", guard: "superuser" },
  ],
  get_oauth_router: [{ method: "GET", path: "/authorize" }, { method: "GET", path: "/callback" }],
  get_oauth_associate_router: [{ method: "GET", path: "/authorize", guard: "user" }, { method: "GET", path: "/callback", guard: "user" }],
};

/** fastapi-users: `current_user()` as a dependency, and the routers that the package makes. */
export function fastapiUsersModels(apiRouter: ClassValue): Map<string, Value> {
  const methods: Record<string, (call: NativeCall) => Value | undefined> = { __init__: () => none, current_user: (call) => currentUser(call) };
  for (const [name, routes] of Object.entries(routers)) methods[name] = (call) => router(call, apiRouter, name, routes);
  const users = modelClass({ name: "fastapi_users.FastAPIUsers", methods });
  return new Map<string, Value>([
    ["fastapi_users.FastAPIUsers", users],
    ["fastapi_users.fastapi_users.FastAPIUsers", users],
  ]);
}

/** Refuses callers that are not signed in unless `optional`; with `superuser` others too. */
function currentUser(call: NativeCall): Value {
  const optional = call.args.keywords.get("optional");
  return guard(call, constant(!(optional && !(optional.kind === "const" && !optional.value))));
}

function guard(call: NativeCall, autoError: Value): Value {
  const cls = modelClass({ name: "fastapi_users.current_user", methods: { __call__: (inner) => present(inner, "custom", 401) } });
  const made = instanceOf(cls, call.place);
  made.attributes.set("auto_error", autoError);
  return made;
}

function router(call: NativeCall, apiRouter: ClassValue, name: string, routes: readonly BroughtRoute[]): Value {
  const made = instanceOf(apiRouter, call.place);
  const entries = routes.map((route): Entry => ({
    kind: "route",
    path: constant(route.path),
    methods: { kind: "list", items: [{ value: constant(route.method) }] },
    handler: none,
    dependencies: [],
    hidden: false,
    deprecated: false,
    tags: [],
    style: "fastapi",
    vendor: { symbol: `fastapi_users.${name}`, ...(route.guard && { guard: guard(call, constant(true)) }) },
    place: call.place,
    conditions: undefined,
  }));
  setRecord(made, { kind: "router", prefix: constant(""), dependencies: [], middleware: [], errorHandlers: [], startup: [], hidden: false, deprecated: false, tags: [], documents: [], place: call.place });
  const routeClass = modelClass({ name: "fastapi.routing.APIRoute" });
  const objects = entries.map((entry) => {
    const object = instanceOf(routeClass, call.place);
    setEntry(object, entry);
    return { value: object };
  });
  made.attributes.set("routes", { kind: "list", items: objects });
  return made;
}
