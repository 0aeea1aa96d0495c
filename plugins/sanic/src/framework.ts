import type { PythonFramework } from "@muster/python";

/** Sanic: applications, blueprints and their groups, views and middleware. */
export const sanic: PythonFramework = {
  name: "sanic",
  language: "python",
  applications: ["sanic.app.Sanic"],
  hints: ["sanic"],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models/models.ts")).sanicModels,
};
