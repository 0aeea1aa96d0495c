import type { PythonFramework } from "@muster/python";

/** AWS Chalice. */
export const chalice: PythonFramework = {
  name: "chalice",
  language: "python",
  applications: ["chalice.app.Chalice"],
  library: new URL("./library/", import.meta.url),
  hints: ["from chalice", "import chalice", ", chalice"],
  load: async () => (await import("./models.ts")).chaliceModels,
};
