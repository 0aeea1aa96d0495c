import type { PythonFramework } from "@muster/python";

/** APIFlask, as what it does with Flask and Flask-HTTPAuth. */
export const apiflask: PythonFramework = {
  name: "apiflask",
  language: "python",
  applications: ["apiflask.APIFlask", "apiflask.app.APIFlask"],
  hints: ["apiflask"],
  library: new URL("./library/", import.meta.url),
};
