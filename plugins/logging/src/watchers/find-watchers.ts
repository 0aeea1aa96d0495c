import type { Declaration, JudgeInput, Step } from "@muster/contract";
import { auditEvents } from "../audit-event.ts";
import { isAuditName } from "../audit-name.ts";
import type { Operation } from "../changed-class.ts";
import { holdsOnSuccess } from "../decide.ts";
import { calledName } from "../term.ts";
import { writes } from "../written.ts";
import { auditLibraries, type AuditLibrary } from "./audit-libraries.ts";
import type { Watcher, Written } from "./watcher.ts";

const known: WeakMap<readonly Declaration[], readonly Watcher[]> = new WeakMap();

/** Everything of a repository that is told of changes; the same for every endpoint. */
export function findWatchers(input: Pick<JudgeInput, "declarations">): readonly Watcher[] {
  const { declarations } = input;
  if (declarations === undefined || declarations.length === 0) return [];
  let found = known.get(declarations);
  if (!found) known.set(declarations, (found = declarations.flatMap((one) => watcherOf(one, declarations))));
  return found;
}

function watcherOf(declaration: Declaration, all: readonly Declaration[]): readonly Watcher[] {
  const library = libraryOf(declaration);
  if (library) return [ofLibrary(library, declaration, all)];
  const operations = operationsOf(declaration.of);
  // How an audit record is stored tells of no other object.
  const ofRecords = declaration.of.startsWith("muster.override.") && declaration.subjects?.every((subject) => isAuditName([subject.slice(subject.lastIndexOf(".") + 1)])) === true;
  return operations.length === 0 || ofRecords ? [] : [ofReceiver(declaration, operations)];
}

function libraryOf({ of, given }: Declaration): AuditLibrary | undefined {
  const value = given[0]?.value;
  const constant = value?.kind === "const" ? value.value : undefined;
  if (of === "django.conf.settings.INSTALLED_APPS") return constant === "easyaudit" || constant === "easyaudit.apps.EasyAuditConfig" ? auditLibraries.get("easyaudit") : undefined;
  if (of.startsWith("django.conf.settings.")) return constant === true ? auditLibraries.get(of) : undefined;
  return auditLibraries.get(of);
}

/** Middleware of audit libraries tells its own library and no other. */
const ofLibraries = /^(?:auditlog|simple_history|easyaudit|pghistory|reversion|field_audit|audit_log)\./;

function ofLibrary(library: AuditLibrary, { span, subjects, conditional }: Declaration, all: readonly Declaration[]): Watcher {
  const middleware = all.filter((one) => one.of === "django.conf.settings.MIDDLEWARE").flatMap((one) => one.given.flatMap(({ value }) => (value.kind === "const" ? [String(value.value)] : [])));
  const fitted = middleware.some((name) => library.middleware.test(name));
  // A middleware of the repository's own may extend the library's.
  const maybeFitted = !fitted && (library.actorUnknown === true || middleware.some((name) => !ofLibraries.test(name) && (isAuditName([name]) || /histor|revision|actor/i.test(name))));
  const steps: readonly Step[] = [{ span, note: `${library.title} records changes of this model` }];
  const written: Written = { kept: true, lacks: fitted ? [] : ["actor"], opaque: maybeFitted, span, steps, library: library.title, sure: !conditional && (fitted || library.needsMiddleware !== true) };
  return { operations: library.operations, seesBulk: library.seesBulk, subjects, steps, writes: () => written };
}

function operationsOf(of: string): readonly Operation[] {
  const event = of.slice(of.lastIndexOf(".") + 1);
  const isSignal = /^(?:django\.db\.models|mongoengine|playhouse|tortoise)\.signals\./.test(of) || of.startsWith("muster.override.");
  if (isSignal) {
    if (event.endsWith("delete")) return ["delete"];
    return event.endsWith("save") ? ["create", "update"] : [];
  }
  if (!of.startsWith("sqlalchemy.event.")) return [];
  if (event.endsWith("_delete")) return ["delete"];
  if (event.endsWith("_insert")) return ["create"];
  if (event === "before_update" || event === "after_update" || event === "after_bulk_update") return ["update"];
  if (event === "persistent_to_deleted") return ["delete"];
  return event === "pending_to_persistent" ? ["create"] : ["create", "update", "delete"];
}

function ofReceiver(declaration: Declaration, operations: readonly Operation[]): Watcher {
  const { of, span, subjects, runs } = declaration;
  const name = runs?.symbol ?? "what is connected here";
  const steps: readonly Step[] = [{ span, note: `${name} is told by ${of.slice(of.lastIndexOf(".") + 1)}` }];
  const written = new Map<Operation, Written | undefined>();
  const writes = (operation: Operation): Written | undefined => {
    if (!written.has(operation)) written.set(operation, writtenBy(declaration, operation, steps));
    return written.get(operation);
  };
  return { operations, seesBulk: /do_orm_execute|after_bulk_/.test(of), subjects, steps, writes };
}

/** The best of what a receiver writes: everything it must say before certainty. */
function writtenBy({ runs, conditional, span }: Declaration, operation: Operation, steps: readonly Step[]): Written | undefined {
  const trail = runs !== undefined && isAuditName(runs.symbol.split("."));
  // What could not be followed may write all that is missed, where its name speaks of it.
  const hidden: Written = { kept: true, lacks: ["actor"], opaque: true, span, steps, sure: false };
  if (runs === undefined) return undefined;
  const events = auditEvents({ kind: "receiver" }, runs.trace).filter((event) => event.kept && (event.kind === "trail" || event.lacks.length === 0));
  const graded = events.map(({ kept, lacks, opaque, event, span: at, steps: through, call }): Written & { readonly never: boolean } => {
    const holds = event.under.map((condition) => holdsOnSuccess(condition, { created: operation === "create" }));
    return { kept, lacks, opaque, span: at, steps: [...steps, ...through], ...(call && { call }), sure: !conditional && !event.looped && holds.every((one) => one === true), never: holds.includes(false) };
  });
  const [best] = graded.filter((one) => !one.never).toSorted((a, b) => a.lacks.length - b.lacks.length || Number(b.sure) - Number(a.sure));
  // What it stores may be the record, of a class that is looked up while the program runs.
  const stores = runs.trace.events.some((event) => event.kind === "call" && writes.has(calledName(event.call)));
  return best ?? (trail && (stores || !runs.trace.complete) ? hidden : undefined);
}
