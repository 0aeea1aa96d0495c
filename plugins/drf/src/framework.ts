import type { PythonFramework } from "@muster/python";

/**
 * Django REST Framework and the libraries around it: told in Python in `library/`, over Django's. It has no applications
 * and no routes of its own; its views and routers make Django's URLs.
 */
export const drf: PythonFramework = {
  name: "drf",
  language: "python",
  applications: [],
  // With Django, whose settings lead to whatever uses it: a hint would have every file with a view evaluated.
  hints: [],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models/models.ts")).drfModels,
};
