/** Names that people give to audit trails, their tables and the code that writes them. */
const auditName = /audit|(?:activity|event|action|change|security|access|history)_?(?:logs?|trail|record|entry)|activity_?stream|journal|logentry|outbox/i;

/**
 * Whether a chain of names speaks of an audit trail. Only its last three count: the package that an application is
 * named for (`auditor.billing.api`) says nothing of a function inside it.
 */
export function isAuditName(names: readonly string[]): boolean {
  return names.slice(-3).some((name) => auditName.test(name));
}

/** Whether a file is an audit module by its name: `app/audit.py`, `app/audit_log/writer.py`. */
export function isAuditPath(path: string): boolean {
  return path.includes("audit") && path.split("/").slice(-2).some((segment) => /^(?:\w*_)?audit(?:ing|or)?(?:_\w*)?(?:\.py)?$/i.test(segment));
}
