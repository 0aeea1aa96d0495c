import type { PeriodControl, PeriodDeviation, PeriodReport, PeriodTriage, PeriodWaiver, PopulationUnit, Violation } from "@muster/contract";
import { ScanTargetError } from "@muster/scanner";
import { periodOf } from "../evidence/period-of.ts";
import type { Domain } from "./domain.ts";
import { NotFoundError } from "./errors.ts";
import { visible } from "./ledgers.ts";

/** Periods: how controls operated from one state of a branch to another. */
export function addPeriods({ builder, refs }: Domain): void {
  const control = builder.objectRef<PeriodControl>("PeriodControl").implement({
    fields: (t) => ({
      control: t.exposeString("control"),
      statement: t.exposeString("statement"),
      verdict: t.exposeString("verdict", { description: "no deviations noted, deviations noted, did not operate, or insufficient evidence." }),
      reason: t.exposeString("reason"),
      since: t.exposeString("since", { nullable: true, description: "The commit from which on it was judged, where that is not the first." }),
      operating: t.exposeFloat("operating", { nullable: true, description: "Percent of hours in scope." }),
      operatingWithWaivers: t.exposeFloat("operatingWithWaivers", { nullable: true }),
      coverage: t.exposeFloat("coverage", { nullable: true, description: "Percent of hours in scope that are decided." }),
      violations: t.exposeInt("violations"),
      longestHours: t.exposeFloat("longestHours"),
      criteria: t.stringList({ resolve: ({ criteria }) => criteria.map(({ id }) => String(id)) }),
    }),
  });
  const deviation = builder.objectRef<PeriodDeviation>("PeriodDeviation").implement({ fields: (t) => ({ kind: t.exposeString("kind"), commit: t.exposeString("commit", { nullable: true }), text: t.exposeString("text") }) });
  const unit = builder.objectRef<PopulationUnit>("PopulationUnit").implement({
    description: "One state of the branch.",
    fields: (t) => ({ commit: t.exposeString("commit"), tree: t.exposeString("tree"), at: t.exposeString("at"), clock: t.exposeString("clock"), scan: t.exposeString("scan"), sequence: t.exposeInt("sequence", { nullable: true }), status: t.exposeString("status") }),
  });
  const violation = builder.objectRef<Violation>("Violation").implement({
    description: "From the push that introduced a failure to the one that mended it.",
    fields: (t) => ({
      control: t.exposeString("control"),
      endpoint: t.exposeString("endpoint", { nullable: true }),
      introduced: t.exposeString("introduced"),
      introducedBy: t.exposeString("introducedBy", { nullable: true, description: "A keyed hash." }),
      mended: t.exposeString("mended", { nullable: true }),
      mendedBy: t.exposeString("mendedBy", { nullable: true }),
      from: t.exposeString("from"),
      until: t.exposeString("until", { nullable: true }),
      hours: t.exposeFloat("hours"),
      waivedHours: t.exposeFloat("waivedHours"),
    }),
  });
  const waiver = builder.objectRef<PeriodWaiver>("RecordedWaiver").implement({
    description: "An approved exception as the ledger has it. It is laid over results and rewrites none.",
    fields: (t) => ({
      control: t.exposeString("control"),
      target: t.exposeString("target"),
      reason: t.exposeString("reason"),
      compensating: t.exposeString("compensating"),
      requester: t.exposeString("requester"),
      approver: t.exposeString("approver"),
      approvedAt: t.exposeString("approvedAt"),
      until: t.exposeString("until"),
      state: t.exposeString("state", { description: "active, expiring (within two weeks), expired or revoked." }),
      ticket: t.exposeString("ticket", { nullable: true }),
      sequence: t.exposeInt("sequence"),
      waivedHours: t.exposeFloat("waivedHours"),
    }),
  });
  const decision = builder.objectRef<PeriodTriage>("RecordedDecision").implement({
    description: "What was decided of a finding, as the ledger has it.",
    fields: (t) => ({ finding: t.exposeString("finding"), verdict: t.exposeString("verdict"), reason: t.exposeString("reason"), requester: t.exposeString("requester"), approver: t.exposeString("approver"), decidedAt: t.exposeString("decidedAt"), until: t.exposeString("until", { nullable: true }), state: t.exposeString("state"), sequence: t.exposeInt("sequence") }),
  });
  const period = builder.objectRef<PeriodReport>("Period").implement({
    description: "Evidence that supports criteria: whether they are met is for a CPA to judge.",
    fields: (t) => ({
      from: t.string({ resolve: ({ period: { from } }) => from }),
      to: t.string({ resolve: ({ period: { to } }) => to }),
      start: t.string({ resolve: ({ period: { start } }) => start }),
      end: t.string({ resolve: ({ period: { end } }) => end }),
      complete: t.boolean({ description: "Whether nothing is missing: pushes, scans and ledger.", resolve: ({ completeness }) => completeness.complete }),
      deviations: t.field({ type: [deviation], resolve: ({ completeness }) => [...completeness.deviations] }),
      controls: t.field({ type: [control], resolve: ({ controls }) => [...controls] }),
      violations: t.field({ type: [violation], resolve: ({ violations }) => [...violations] }),
      waivers: t.field({ type: [waiver], resolve: ({ waivers }) => [...waivers] }),
      decisions: t.field({ type: [decision], resolve: ({ triage }) => [...triage] }),
      population: t.field({ type: [unit], complexity: { field: 100, multiplier: 20 }, resolve: ({ population }) => [...population.units] }),
      command: t.string({ description: "What lists the population in a clone of your own.", resolve: ({ population }) => population.command }),
      sample: t.stringList({ description: "Commits and endpoints, drawn by the seed.", resolve: ({ sample }) => [...sample.commits, ...sample.endpoints] }),
      seed: t.string({ resolve: ({ sample }) => sample.seed }),
      document: t.string({ complexity: 500, description: "All of it, as schemas/period-report.schema.json describes it.", resolve: (report) => `${JSON.stringify(report, undefined, 1)}\n` }),
    }),
  });
  builder.queryFields((t) => ({
    period: t.field({
      type: period,
      description: "How controls operated on the main branch from one of its states to another, by what this service scanned.",
      complexity: { field: 5000, multiplier: 1 },
      errors: { types: [NotFoundError] },
      args: { repository: t.arg.globalID({ required: true, for: [refs.repository] }), from: t.arg.string({ required: true, description: "A commit, a tag or a branch of the first-parent line." }), to: t.arg.string({ required: true, defaultValue: "HEAD" }), seed: t.arg.string() },
      resolve: async (_, { repository: { id }, from, to, seed }, context) => {
        const repository = await visible(Number(id), context);
        if (repository === undefined) throw new NotFoundError("There is no such repository.");
        try {
          const report = await periodOf({ repository, from, to, ...(typeof seed === "string" && { seed }) }, context);
          if (report === undefined) throw new NotFoundError("The repository has no ledger yet: one begins with its first scan.");
          return report;
        } catch (error) {
          if (error instanceof ScanTargetError) throw new NotFoundError(error.message);
          throw error;
        }
      },
    }),
  }));
}
