import type { PythonFramework } from "@muster/python";

/** Flask-RESTX: what it does to a Flask application is told in Python, and read where Flask is. */
export const flaskRestx: PythonFramework = {
  name: "flask-restx",
  language: "python",
  applications: [],
  hints: [],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("@muster/web")).extensionModels,
};
