import type { PythonFramework } from "@muster/python";

/**
 * Django. Nearly every file of a project names it, so evaluation starts at the settings and at the programs that name
 * them; what the root URL configuration does not lead to is not read.
 */
export const django: PythonFramework = {
  name: "django",
  language: "python",
  applications: [],
  hints: ["ROOT_URLCONF", "DJANGO_SETTINGS_MODULE"],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models/models.ts")).djangoModels,
};
