import type { PythonFramework } from "@muster/python";

/** Flask-Smorest: what it does to a Flask application is told in Python, and read where Flask is. */
export const flaskSmorest: PythonFramework = {
  name: "flask-smorest",
  language: "python",
  applications: [],
  hints: [],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("@muster/web")).extensionModels,
};
