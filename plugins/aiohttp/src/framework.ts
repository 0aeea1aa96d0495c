import type { PythonFramework } from "@muster/python";

/** aiohttp's server: routers, sub-applications, views and middleware. */
export const aiohttp: PythonFramework = {
  name: "aiohttp",
  language: "python",
  applications: ["aiohttp.web_app.Application"],
  // Its client is far more common than its server: the word alone says nothing.
  hints: ["web.Application(", "aiohttp.web", "RouteTableDef(", ".add_subapp(", ".router.add_routes("],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models/models.ts")).aiohttpModels,
};
