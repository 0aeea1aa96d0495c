import type { PythonFramework } from "@muster/python";

/** Flask-AppBuilder, as what it does with Flask, Flask-Login and Flask-JWT-Extended. */
export const flaskAppBuilder: PythonFramework = {
  name: "flask-appbuilder",
  language: "python",
  applications: [],
  hints: ["flask_appbuilder"],
  library: new URL("./library/", import.meta.url),
};
