import type { PythonFramework } from "@muster/python";

/** Connexion 2 and 3, over Flask and asynchronous. */
export const connexion: PythonFramework = {
  name: "connexion",
  language: "python",
  applications: ["connexion.App", "connexion.FlaskApp", "connexion.AsyncApp", "connexion.AioHttpApp", "connexion.apps.abstract.AbstractApp", "connexion.apps.flask.FlaskApp", "connexion.apps.asynchronous.AsyncApp"],
  hints: ["connexion"],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models.ts")).connexionModels,
};
