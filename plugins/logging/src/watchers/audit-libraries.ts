import type { Operation } from "../changed-class.ts";

/** A library that records changes of the models it is told of. */
export interface AuditLibrary {
  readonly title: string;
  readonly operations: readonly Operation[];
  /** It also sees statements that change many objects at once: it works in the database. */
  readonly seesBulk: boolean;
  /** The middleware that tells it who is calling; without one it records no actor. */
  readonly middleware: RegExp;
  /** Without that middleware it records nothing, unless code opens a block for it. */
  readonly needsMiddleware?: true;
  /** How it learns of the actor is not seen here. */
  readonly actorUnknown?: true;
}

const all: readonly Operation[] = ["create", "update", "delete"];

/** By what declares a model to it. */
export const auditLibraries: ReadonlyMap<string, AuditLibrary> = new Map<string, AuditLibrary>([
  ["auditlog.registry.auditlog.register", { title: "django-auditlog", operations: all, seesBulk: false, middleware: /^auditlog\.middleware\.AuditlogMiddleware$/ }],
  ["django.conf.settings.AUDITLOG_INCLUDE_ALL_MODELS", { title: "django-auditlog", operations: all, seesBulk: false, middleware: /^auditlog\.middleware\.AuditlogMiddleware$/ }],
  ["simple_history.models.HistoricalRecords", { title: "django-simple-history", operations: all, seesBulk: false, middleware: /^simple_history\.middleware\.HistoryRequestMiddleware$/ }],
  ["simple_history.register", { title: "django-simple-history", operations: all, seesBulk: false, middleware: /^simple_history\.middleware\.HistoryRequestMiddleware$/ }],
  // It keeps versions of what is saved; a deletion leaves none.
  ["reversion.register", { title: "django-reversion", operations: ["create", "update"], seesBulk: false, middleware: /^reversion\.middleware\.RevisionMiddleware$/, needsMiddleware: true }],
  ["pghistory.track", { title: "django-pghistory", operations: all, seesBulk: true, middleware: /^pghistory\.middleware\.(?:HistoryMiddleware|ASGIHistoryMiddleware)$/ }],
  ["pghistory.core.track", { title: "django-pghistory", operations: all, seesBulk: true, middleware: /^pghistory\.middleware\.(?:HistoryMiddleware|ASGIHistoryMiddleware)$/ }],
  ["field_audit.audit_fields", { title: "django-field-audit", operations: all, seesBulk: false, middleware: /^field_audit\.middleware\.FieldAuditMiddleware$/ }],
  ["audit_log.models.managers.AuditLog", { title: "django-audit-log", operations: all, seesBulk: false, middleware: /^audit_log\.middleware\.UserLoggingMiddleware$/ }],
  ["easyaudit", { title: "django-easy-audit", operations: all, seesBulk: false, middleware: /^easyaudit\.middleware\.easyaudit\.EasyAuditMiddleware$/ }],
  ["sqlalchemy_continuum.versioned", { title: "SQLAlchemy-Continuum", operations: all, seesBulk: false, middleware: /^$/, actorUnknown: true }],
]);
