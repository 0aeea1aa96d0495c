import type { PythonFramework } from "@muster/python";

/** CherryPy. */
export const cherrypy: PythonFramework = {
  name: "cherrypy",
  language: "python",
  applications: ["cherrypy._cptree.Application", ".tree.mount", ".cherrypy.quickstart"],
  library: new URL("./library/", import.meta.url),
  hints: ["cherrypy"],
  load: async () => (await import("./models.ts")).cherrypyModels,
};
