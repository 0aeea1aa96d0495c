import type { PythonFramework } from "@muster/python";

/**
 * Django Ninja and Ninja-extra: told in Python in `library/`, over Django's. They have no applications of their own: an
 * interface's `urls` are Django's.
 */
export const djangoNinja: PythonFramework = {
  name: "django-ninja",
  language: "python",
  applications: [],
  // With Django, whose settings lead to whatever uses it: a hint would have every file with a router evaluated.
  hints: [],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models.ts")).ninjaModels,
};
