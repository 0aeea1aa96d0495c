import type { Outcome, ScanResult } from "@muster/contract";
import { audit, controlTotals, countScans, endScan, listScans, readResult, repositoryById, requestScan, scanById, type ScanProgress, type ScanSummary } from "@muster/store";
import { pageArgs, pageCost, pageRequest } from "./connections.ts";
import type { Domain } from "./domain.ts";
import { InputError, NotFoundError, RefusedError } from "./errors.ts";
import { given, isGiven } from "./given.ts";

/** Scans: asked for, followed, cancelled, and what they came to. */
export function addScans({ builder, refs, enums, connections }: Domain): void {
  const progress = builder.objectRef<ScanProgress>("ScanProgress").implement({ fields: (t) => ({ stage: t.exposeString("stage"), done: t.exposeFloat("done"), total: t.exposeFloat("total", { description: "0 while it is not known." }) }) });
  builder.objectType(refs.postureTotals, { fields: (t) => ({ protected: t.exposeInt("protected"), public: t.exposeInt("public"), unknown: t.exposeInt("unknown") }) });
  builder.objectType(refs.severityTotals, { fields: (t) => ({ critical: t.exposeInt("critical"), high: t.exposeInt("high"), medium: t.exposeInt("medium"), low: t.exposeInt("low"), info: t.exposeInt("info") }) });
  const summary = builder.objectRef<ScanSummary>("ScanSummary").implement({
    fields: (t) => ({
      endpoints: t.field({ type: refs.postureTotals, resolve: ({ endpoints }) => endpoints }),
      findings: t.field({ type: refs.severityTotals, resolve: ({ findings }) => findings }),
      waived: t.exposeInt("waived"),
      filesListed: t.int({ resolve: ({ coverage }) => coverage.listed }),
      filesAnalysed: t.int({ resolve: ({ coverage }) => coverage.analysed }),
      unresolved: t.int({ description: "Places at which linking ended: what lies behind them is not known.", resolve: ({ coverage }) => coverage.unresolved }),
      plugins: t.field({ type: [refs.pluginVersion], resolve: ({ plugins }) => [...plugins] }),
    }),
  });
  const outcome = builder.objectRef<Outcome>("Outcome").implement({
    description: "What became of one plugin, or of one file that was not wholly analysed.",
    fields: (t) => ({ stage: t.exposeString("stage"), plugin: t.exposeString("plugin", { nullable: true }), path: t.exposeString("path", { nullable: true }), status: t.exposeString("status"), reason: t.exposeString("reason") }),
  });
  builder.node(refs.scan, {
    id: { resolve: ({ id }) => id },
    loadOne: (id, { scans }) => scans.load(Number(id)),
    fields: (t) => ({
      repository: t.field({ type: refs.repository, nullable: true, resolve: ({ repository }, args, { repositories }) => repositories.load(repository) }),
      reference: t.exposeString("reference"),
      commit: t.exposeString("commit", { nullable: true }),
      state: t.field({ type: enums.scanState, resolve: ({ state }) => state }),
      origin: t.field({ type: enums.scanOrigin, resolve: ({ origin }) => origin }),
      priority: t.field({ type: enums.scanPriority, resolve: ({ priority }) => priority }),
      attempts: t.exposeInt("attempts"),
      reason: t.exposeString("reason", { nullable: true, description: "Why there is no result, or none yet." }),
      progress: t.field({ type: progress, nullable: true, resolve: (scan) => scan.progress }),
      summary: t.field({ type: summary, nullable: true, resolve: (scan) => scan.summary }),
      resultSha256: t.exposeString("resultSha256", { nullable: true, description: "Of the bytes that the command line writes for this commit." }),
      toolVersion: t.exposeString("toolVersion", { nullable: true }),
      supersededBy: t.field({ type: refs.scan, nullable: true, resolve: ({ supersededBy }, args, { scans }) => (supersededBy === undefined ? undefined : scans.load(supersededBy)) }),
      requestedAt: t.field({ type: "DateTime", resolve: ({ requestedAt }) => requestedAt }),
      startedAt: t.field({ type: "DateTime", nullable: true, resolve: ({ startedAt }) => startedAt }),
      endedAt: t.field({ type: "DateTime", nullable: true, resolve: ({ endedAt }) => endedAt }),
      controls: t.field({ type: [refs.controlTotals], complexity: { field: 5, multiplier: 15 }, resolve: async ({ id }, args, { read }) => [...(await read((rows) => controlTotals(rows, id)))] }),
      outcomes: t.field({
        type: [outcome],
        complexity: { field: 200, multiplier: 10 },
        resolve: async ({ id }, args, { read }) => {
          const result = await read((rows) => readResult(rows, id));
          return result === undefined ? [] : [...(JSON.parse(result) as ScanResult).outcomes];
        },
      }),
      result: t.string({ nullable: true, complexity: 1000, description: "The whole result, as schemas/scan-result.schema.json describes it.", resolve: ({ id }, args, { read }) => read((rows) => readResult(rows, id)) }),
    }),
  });
  builder.queryFields((t) => ({
    scans: t.field({
      type: connections.scans,
      description: "The newest first.",
      args: { ...pageArgs(t.arg), repository: t.arg.globalID({ for: [refs.repository] }), states: t.arg({ type: [enums.scanState] }) },
      complexity: pageCost,
      resolve: async (_, { repository, states, ...page }, { read }) => {
        const filter = given({ repository: isGiven(repository) ? Number(repository.id) : undefined, states });
        return { page: await read((rows) => listScans(rows, filter, pageRequest(page))), total: () => read((rows) => countScans(rows, filter)) };
      },
    }),
  }));
  builder.mutationFields((t) => ({
    requestScan: t.field({
      type: refs.scan,
      description: "Asks for a scan of a commit, or of what a ref names when a worker takes it up. A commit is scanned once.",
      authScopes: { scan: true },
      errors: { types: [NotFoundError, RefusedError] },
      args: {
        repository: t.arg.globalID({ required: true, for: [refs.repository] }),
        reference: t.arg.string({ required: true, defaultValue: "HEAD" }),
        priority: t.arg({ type: enums.scanPriority, required: true, defaultValue: "interactive" }),
      },
      resolve: (_, { repository, reference, priority }, { run, services, bearer }) => {
        if (!isReference(reference)) throw new InputError("A reference is a commit's whole id or the name of a branch or tag.");
        return run(async (rows) => {
          const found = await repositoryById(rows, Number(repository.id));
          if (found === undefined) throw new NotFoundError("There is no such repository.");
          if (found.quarantine !== undefined) throw new RefusedError(`The repository is set aside: ${found.quarantine.reason}`);
          const { status, scan } = await requestScan(rows, { repository: found.id, reference, priority });
          if (status === "known") return scan;
          await audit(rows, bearer.token, "scan", found.name, { reference });
          await services.queue.add(rows, scan);
          return scan;
        });
      },
    }),
    cancelScan: t.field({
      type: refs.scan,
      authScopes: { scan: true },
      errors: { types: [NotFoundError, RefusedError] },
      args: { scan: t.arg.globalID({ required: true, for: [refs.scan] }) },
      resolve: async (_, args, { run, services, bearer }) => {
        const id = Number(args.scan.id);
        const ended = await run(async (rows) => {
          const scan = await scanById(rows, id);
          if (scan === undefined) throw new NotFoundError("There is no such scan.");
          await audit(rows, bearer.token, "cancel", String(id));
          const cancelled = await endScan(rows, id, "cancelled", "It was cancelled.");
          if (cancelled === undefined) throw new RefusedError(`The scan has ended: it is ${scan.state}.`);
          return cancelled;
        });
        await services.queue.cancel(services.database, id);
        return ended;
      },
    }),
  }));
}

/** Names that git could take for something else than a ref are not passed on (git-check-ref-format). */
function isReference(reference: string): boolean {
  return reference.length <= 250 && /^[A-Za-z0-9][A-Za-z0-9._/+@-]*$/u.test(reference) && !/\.\.|@\{|\/\/|\.lock(?:\/|$)|[./]$/u.test(reference);
}
