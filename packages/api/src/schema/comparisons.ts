import type { Finding, ScanResult } from "@muster/contract";
import { compareResults, type ScanDiff } from "@muster/reporters/diff";
import { readResult, repositoryById, scanOfReference, type TenantRows } from "@muster/store";
import type { Domain } from "./domain.ts";
import { NotFoundError } from "./errors.ts";

type EndpointState = ScanDiff["endpoints"]["added"][number];
type EndpointChange = ScanDiff["endpoints"]["changed"][number];

/** What changed between two commits. */
export function addComparisons({ builder, refs, enums }: Domain): void {
  const state = builder.objectRef<EndpointState>("EndpointState").implement({
    fields: (t) => ({ key: t.exposeString("id"), application: t.exposeString("application"), method: t.exposeString("method"), path: t.exposeString("path"), posture: t.field({ type: enums.posture, resolve: ({ posture }) => posture }), guards: t.exposeString("guards") }),
  });
  const change = builder.objectRef<EndpointChange>("EndpointChange").implement({ fields: (t) => ({ before: t.field({ type: state, resolve: ({ before }) => before }), after: t.field({ type: state, resolve: ({ after }) => after }) }) });
  const finding = builder.objectRef<Finding>("ComparedFinding").implement({
    fields: (t) => ({ fingerprint: t.exposeString("fingerprint"), rule: t.exposeString("rule"), severity: t.field({ type: enums.severity, resolve: ({ severity }) => severity }), message: t.exposeString("message"), span: t.field({ type: refs.span, resolve: ({ span }) => span }) }),
  });
  builder.objectType(refs.comparison, {
    fields: (t) => ({
      added: t.field({ type: [state], resolve: ({ endpoints }) => [...endpoints.added] }),
      removed: t.field({ type: [state], resolve: ({ endpoints }) => [...endpoints.removed] }),
      renamed: t.field({ type: [change], resolve: ({ endpoints }) => [...endpoints.renamed] }),
      changed: t.field({ type: [change], description: "The same endpoint with another posture or other guards.", resolve: ({ endpoints }) => [...endpoints.changed] }),
      newFindings: t.field({ type: [finding], resolve: ({ findings }) => [...findings.new] }),
      fixedFindings: t.field({ type: [finding], resolve: ({ findings }) => [...findings.fixed] }),
      notes: t.stringList({ description: "What keeps the two from being compared in full.", resolve: ({ notes }) => [...notes] }),
    }),
  });
  builder.queryFields((t) => ({
    comparison: t.field({
      type: refs.comparison,
      description: "What changed from one scanned commit, or ref, to another.",
      complexity: { field: 2000, multiplier: 1 },
      errors: { types: [NotFoundError] },
      args: { repository: t.arg.globalID({ required: true, for: [refs.repository] }), before: t.arg.string({ required: true }), after: t.arg.string({ required: true }) },
      resolve: (_, { repository, before, after }, { run }) =>
        run(async (rows) => {
          const found = await repositoryById(rows, Number(repository.id));
          if (found === undefined) throw new NotFoundError("There is no such repository.");
          return compareResults(await resultOf(rows, found.id, before), await resultOf(rows, found.id, after));
        }),
    }),
  }));
}

async function resultOf(rows: TenantRows, repository: number, reference: string): Promise<ScanResult> {
  const scan = await scanOfReference(rows, repository, reference);
  const result = scan === undefined ? undefined : await readResult(rows, scan.id);
  if (result === undefined) throw new NotFoundError(`There is no result of ${JSON.stringify(reference)}: have it scanned first.`);
  return JSON.parse(result) as ScanResult;
}
