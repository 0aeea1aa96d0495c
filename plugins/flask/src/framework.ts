import type { PythonFramework } from "@muster/python";

/** Flask, Quart, and the guard libraries around them. */
export const flask: PythonFramework = {
  name: "flask",
  language: "python",
  applications: ["flask.Flask", "flask.app.Flask", "quart.Quart", "quart.app.Quart"],
  hints: ["flask", "Flask", "quart", "werkzeug", "connexion", "register_blueprint("],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models/models.ts")).flaskModels,
};
