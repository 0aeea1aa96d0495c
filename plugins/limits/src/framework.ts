import type { PythonFramework } from "@muster/python";

/** Libraries that limit requests: what their decorators, dependencies and middleware do on the way of a request. */
export const limiters: PythonFramework = {
  name: "limiters",
  language: "python",
  applications: [],
  hints: [],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models.ts")).limiterModels,
};
