import type { PythonFramework } from "@muster/python";

/** Tornado: applications of rules, request handlers and WebSockets. */
export const tornado: PythonFramework = {
  name: "tornado",
  language: "python",
  applications: ["tornado.web.Application"],
  hints: ["tornado"],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models/models.ts")).tornadoModels,
};
