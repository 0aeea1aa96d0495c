import type { Edit, Finding, FindingFix } from "@muster/contract";

/** A finding with its fix. */
export type Fixable = Finding & { readonly fix: FindingFix };

/** What is done to one file. */
export interface FilePlan {
  readonly path: string;
  /** Content id that the file must have. */
  readonly blob: string;
  /** None overlaps another. */
  readonly edits: readonly Edit[];
}

export interface FixPlan {
  readonly taken: readonly Fixable[];
  /** Their edits meet those of another one: they are offered again by the next scan. */
  readonly deferred: readonly Fixable[];
  /** Sorted by path. */
  readonly files: readonly FilePlan[];
}

/** Chooses fixes that can be made together, the first in the order of findings before others. An edit that two share is made once. */
export function planFixes(findings: readonly Finding[]): FixPlan {
  const taken: Fixable[] = [];
  const deferred: Fixable[] = [];
  const files = new Map<string, { blob: string; edits: Edit[] }>();
  for (const finding of findings.filter(isFixable)) {
    const fresh = finding.fix.edits.filter((edit) => !(files.get(edit.span.path)?.edits ?? []).some((other) => isSame(edit, other)));
    if (fresh.some((edit) => (files.get(edit.span.path)?.edits ?? []).some((other) => meet(edit, other)))) {
      deferred.push(finding);
      continue;
    }
    taken.push(finding);
    for (const { span, text, blob } of fresh) {
      const file = files.get(span.path) ?? { blob, edits: [] };
      files.set(span.path, file);
      file.edits.push({ span, text });
    }
  }
  return { taken, deferred, files: [...files].map(([path, file]) => ({ path, ...file })).sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

function isFixable(finding: Finding): finding is Fixable {
  return finding.fix !== undefined;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.text === b.text && a.span.line === b.span.line && a.span.column === b.span.column && a.span.endLine === b.span.endLine && a.span.endColumn === b.span.endColumn;
}

/** Whether two edits of one file overlap or touch: which of two insertions at one place comes first would be a guess. */
function meet({ span: a }: Edit, { span: b }: Edit): boolean {
  const before = (line: number, column: number, otherLine: number, otherColumn: number): boolean => line < otherLine || (line === otherLine && column < otherColumn);
  return !before(a.endLine, a.endColumn, b.line, b.column) && !before(b.endLine, b.endColumn, a.line, a.column);
}
