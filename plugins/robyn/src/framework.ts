import type { PythonFramework } from "@muster/python";

/** Robyn. */
export const robyn: PythonFramework = {
  name: "robyn",
  language: "python",
  applications: ["robyn.application.Robyn"],
  library: new URL("./library/", import.meta.url),
  hints: ["from robyn", "import robyn"],
  load: async () => (await import("./models.ts")).robynModels,
};
