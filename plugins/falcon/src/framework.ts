import type { PythonFramework } from "@muster/python";

/** Falcon, over WSGI and ASGI. */
export const falcon: PythonFramework = {
  name: "falcon",
  language: "python",
  applications: ["falcon.app.App"],
  library: new URL("./library/", import.meta.url),
  hints: ["falcon"],
  load: async () => (await import("./models.ts")).falconModels,
};
