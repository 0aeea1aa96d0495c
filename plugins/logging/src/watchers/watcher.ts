import type { Step } from "@muster/contract";
import type { AuditEvent } from "../audit-event.ts";
import type { Changed, Operation } from "../changed-class.ts";

/** What is told of changes of stored objects by itself, and writes something down. */
export interface Watcher {
  readonly operations: readonly Operation[];
  readonly seesBulk: boolean;
  /** Names of the classes that it is told of; undefined for every class. */
  readonly subjects: readonly string[] | undefined;
  /** What it writes for one of these operations. */
  writes(operation: Operation): Written | undefined;
  /** Where it is declared, with the way from there to what it writes. */
  readonly steps: readonly Step[];
}

/** `sure`: false where it depends on what could not be decided. */
export type Written = Pick<AuditEvent, "kept" | "lacks" | "opaque" | "span" | "steps" | "call" | "library"> & { readonly sure: boolean };

/** Whether a watcher is told of a change; `maybe` where the class of what is changed is not known. */
export function isTold(watcher: Watcher, changed: Changed): "yes" | "no" | "maybe" {
  if (changed.isBulk && !watcher.seesBulk) return "no";
  if (!changed.operations.some((operation) => watcher.operations.includes(operation))) return "no";
  if (watcher.subjects === undefined) return "yes";
  if (changed.classes === undefined || watcher.subjects.length === 0) return "maybe";
  return changed.classes.some((name) => watcher.subjects?.some((subject) => isSame(subject, name))) ? "yes" : "no";
}

/** Django names a model `shop.Item` where the class is not loaded yet. */
function isSame(subject: string, name: string): boolean {
  return subject === name || (subject.split(".").length === 2 && lastOf(subject) === lastOf(name));
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
