import type { PythonFramework } from "@muster/python";

/**
 * What is set up once for auditing and logging. It serves nothing: modules that name one of these are run beside those that
 * serve, so that receivers, listeners and the configuration of logging are known.
 */
export const auditing: PythonFramework = {
  name: "auditing",
  language: "python",
  applications: [],
  aside: true,
  hints: [
    "django.dispatch", "models.signals", "blinker", "tortoise.signals", "mongoengine.signals", "playhouse.signals", "listens_for", "event.listen(",
    "auditlog.registry", "simple_history", "pghistory", "import reversion", "field_audit", "sqlalchemy_continuum", "__versioned__",
    "dictConfig", "fileConfig", "basicConfig", "structlog.configure", "addHandler(", "logger.add(",
  ],
  load: async () => (await import("./declared/models.ts")).auditModels,
};
