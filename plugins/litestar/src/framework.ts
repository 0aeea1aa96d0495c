import type { PythonFramework } from "@muster/python";

/** Litestar. */
export const litestar: PythonFramework = {
  name: "litestar",
  language: "python",
  applications: ["litestar.Litestar", "litestar.app.Litestar"],
  hints: ["litestar"],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models/models.ts")).litestarModels,
};
