import type { JudgeInput, Unresolved } from "@muster/contract";
import type { ApiDocument, Operation } from "./document/api-document.ts";
import { lostNear, type Drift } from "./drift.ts";
import type { Description } from "./match/describe.ts";
import { mapped } from "./match/mapping.ts";

/** Documented operations on one path that no application serves. */
export interface Ghost {
  readonly document: ApiDocument;
  /** As written. */
  readonly path: string;
  /** Never empty. */
  readonly operations: readonly Operation[];
  readonly applications: readonly string[];
}

export interface Ghosts {
  readonly certain: readonly Ghost[];
  /** What is lost in the code could serve them. */
  readonly possible: readonly { readonly ghost: Ghost; readonly lost: readonly Unresolved[] }[];
}

/** Operations of describing documents that nothing answers; never certain while a mount, route or module that could is unresolved. */
export function ghostsOf(input: JudgeInput, drift: Drift): Ghosts {
  const certain: Ghost[] = [];
  const possible: { ghost: Ghost; lost: readonly Unresolved[] }[] = [];
  for (const descriptions of byDocument(drift.descriptions)) {
    const [{ document }] = descriptions;
    const paths = new Map<string, Operation[]>();
    for (const operation of document.operations) {
      if (descriptions.some((one) => isAnswered(one, operation))) continue;
      const known = paths.get(operation.path);
      if (known) known.push(operation);
      else paths.set(operation.path, [operation]);
    }
    const lost = descriptions.flatMap(({ surface }) => lostNear(input, surface.application));
    for (const [path, operations] of paths) {
      const ghost: Ghost = { document, path, operations, applications: descriptions.map(({ surface }) => surface.application.name) };
      if (lost.length > 0) possible.push({ ghost, lost });
      else certain.push(ghost);
    }
  }
  return { certain, possible };
}

function isAnswered({ surface, mapping, matches }: Description, operation: Operation): boolean {
  if (matches.has(operation)) return true;
  const path = mapped(mapping, operation.path);
  return path !== undefined && surface.mayAnswer(path, operation.method);
}

function byDocument(descriptions: readonly Description[]): readonly (readonly [Description, ...Description[]])[] {
  const out = new Map<ApiDocument, [Description, ...Description[]]>();
  for (const one of descriptions) {
    const known = out.get(one.document);
    if (known) known.push(one);
    else out.set(one.document, [one]);
  }
  return [...out.values()];
}
