import type { PythonFramework } from "@muster/python";

/** Flask-RESTful: what it does to a Flask application is told in Python, and read where Flask is. */
export const flaskRestful: PythonFramework = {
  name: "flask-restful",
  language: "python",
  applications: [],
  hints: [],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("@muster/web")).extensionModels,
};
