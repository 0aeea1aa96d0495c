import type { PythonFramework } from "@muster/python";

/** Pyramid, and Cornice on top of it. */
export const pyramid: PythonFramework = {
  name: "pyramid",
  language: "python",
  applications: ["pyramid.config.Configurator", ".make_wsgi_app"],
  library: new URL("./library/", import.meta.url),
  hints: ["pyramid.config", "make_wsgi_app"],
  load: async () => (await import("./models.ts")).pyramidModels,
};
