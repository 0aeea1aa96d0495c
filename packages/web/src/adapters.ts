import { modelClass, none, type ClassValue, type Value } from "@muster/python";

/** Classes that let an application of one interface (WSGI, ASGI) be served by another, and do nothing else. */
const names = [
  "starlette.middleware.wsgi.WSGIMiddleware",
  "fastapi.middleware.wsgi.WSGIMiddleware",
  "uvicorn.middleware.wsgi.WSGIMiddleware",
  "a2wsgi.WSGIMiddleware",
  "a2wsgi.wsgi.WSGIMiddleware",
  "a2wsgi.ASGIMiddleware",
  "a2wsgi.asgi.ASGIMiddleware",
  "asgiref.wsgi.WsgiToAsgi",
] as const;

const inside = "adapted-application";

/** By every name they are imported under. */
export const adapters: ReadonlyMap<string, ClassValue> = new Map(
  names.map((name) => [
    name,
    modelClass({
      name,
      methods: {
        __init__: (call) => {
          const app = call.get(0, "app") ?? call.args.keywords.get("wsgi_application");
          if (app && call.self.kind === "instance") call.self.records.set(inside, app);
          return none;
        },
      },
    }),
  ]),
);

/** The application behind adapters; anything else is itself. */
export function behindAdapters(value: Value): Value {
  let at = value;
  for (let depth = 0; depth < 8 && at.kind === "instance"; depth++) {
    const app = at.records.get(inside) as Value | undefined;
    if (!app) break;
    at = app;
  }
  return at;
}
