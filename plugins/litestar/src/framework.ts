import type { PythonFramework } from "@muster/python";

/** Litestar. */
export const litestar: PythonFramework = {
  name: "litestar",
  language: "python",
  applications: ["litestar.Litestar", "litestar.app.Litestar"],
  // Starlite is the name that it had up to version 1.
  hints: ["litestar", "starlite"],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models/models.ts")).litestarModels,
};
