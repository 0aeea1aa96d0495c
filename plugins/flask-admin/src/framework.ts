import type { PythonFramework } from "@muster/python";

/** Flask-Admin, as what it does with Flask. Nothing is guarded unless a view's `is_accessible` does so. */
export const flaskAdmin: PythonFramework = {
  name: "flask-admin",
  language: "python",
  applications: [],
  hints: ["flask_admin"],
  library: new URL("./library/", import.meta.url),
};
