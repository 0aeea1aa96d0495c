import type { PythonFramework } from "@muster/python";

/** Bottle. */
export const bottle: PythonFramework = {
  name: "bottle",
  language: "python",
  applications: ["bottle.Bottle"],
  library: new URL("./library/", import.meta.url),
  hints: ["import bottle", "from bottle", ", bottle", "bottle.Bottle", "bottle.route"],
  load: async () => (await import("./models.ts")).bottleModels,
};
