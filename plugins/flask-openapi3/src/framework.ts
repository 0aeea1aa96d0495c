import type { PythonFramework } from "@muster/python";

/** flask-openapi3, as what it does with Flask. Its `security=` is documentation, and guards nothing. */
export const flaskOpenApi3: PythonFramework = {
  name: "flask-openapi3",
  language: "python",
  applications: ["flask_openapi3.OpenAPI", "flask_openapi3.openapi.OpenAPI"],
  hints: ["flask_openapi"],
  library: new URL("./library/", import.meta.url),
};
