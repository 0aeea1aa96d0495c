import type { BroughtStep, EndpointEvidence, EvidenceRecord } from "@muster/contract";
import { evidenceAt } from "../evidence/evidence-at.ts";
import type { Domain } from "./domain.ts";
import { NotFoundError } from "./errors.ts";
import { visible } from "./ledgers.ts";

type Guarded = EndpointEvidence["guards"][number];
type Controlled = EndpointEvidence["controls"][number];

/** What an auditor asks of one endpoint at a time: who is let in, where ownership is checked, who brought it, what signs it. */
export function addEvidence({ builder, refs, enums }: Domain): void {
  const step = builder.objectRef<BroughtStep>("EvidenceStep").implement({
    description: "A place, what it shows, and the commit that brought its line.",
    fields: (t) => ({
      note: t.exposeString("note"),
      span: t.field({ type: refs.span, resolve: ({ span }) => span }),
      commit: t.string({ nullable: true, resolve: ({ brought }) => brought?.commit }),
      author: t.string({ nullable: true, description: "A keyed hash.", resolve: ({ brought }) => brought?.author }),
      committedAt: t.field({ type: "DateTime", nullable: true, resolve: ({ brought }) => (brought === undefined ? undefined : new Date(brought.committedAt)) }),
    }),
  });
  const guard = builder.objectRef<Guarded>("EvidenceGuard").implement({
    fields: (t) => ({ name: t.exposeString("name"), verdict: t.exposeString("verdict"), requires: t.stringList({ resolve: ({ requires }) => [...requires] }), place: t.field({ type: step, resolve: ({ place }) => place }) }),
  });
  const control = builder.objectRef<Controlled>("EvidenceControl").implement({
    fields: (t) => ({
      control: t.exposeString("control"),
      statement: t.exposeString("statement"),
      status: t.field({ type: enums.controlStatus, resolve: ({ status }) => status }),
      reason: t.exposeString("reason"),
      criteria: t.stringList({ description: "Criteria that it supports; whether they are met is for a CPA to judge.", resolve: ({ criteria }) => criteria.map(({ id }) => String(id)) }),
      steps: t.field({ type: [step], resolve: ({ steps }) => [...steps] }),
    }),
  });
  const record = builder.objectRef<EvidenceRecord>("EvidenceRecord").implement({
    description: "The signed record of the scan, with its proof.",
    fields: (t) => ({ ledger: t.exposeString("ledger"), sequence: t.exposeInt("sequence"), recordedAt: t.field({ type: "DateTime", resolve: ({ recordedAt }) => new Date(recordedAt) }), resultSha256: t.exposeString("resultSha256"), proof: t.exposeString("proof"), bundle: t.exposeString("bundle") }),
  });
  const answer = builder.objectRef<EndpointEvidence>("Evidence").implement({
    fields: (t) => ({
      commit: t.exposeString("commit"),
      at: t.exposeString("at", { nullable: true, description: "How the commit was found, where a day was asked for." }),
      application: t.string({ resolve: ({ endpoint }) => endpoint.application }),
      method: t.string({ resolve: ({ endpoint }) => endpoint.method }),
      path: t.string({ resolve: ({ endpoint }) => endpoint.path }),
      handler: t.string({ resolve: ({ endpoint }) => endpoint.handler }),
      posture: t.field({ type: enums.posture, resolve: ({ posture }) => posture }),
      reason: t.exposeString("reason", { nullable: true }),
      proof: t.field({ type: [step], resolve: ({ proof }) => [...proof] }),
      guards: t.field({ type: [guard], resolve: ({ guards }) => [...guards] }),
      controls: t.field({ type: [control], resolve: ({ controls }) => [...controls] }),
      record: t.field({ type: record, nullable: true, description: "Null where no ledger holds the scan.", resolve: (evidence) => evidence.record }),
      limits: t.stringList({ resolve: ({ limits }) => [...limits] }),
    }),
  });
  builder.queryFields((t) => ({
    evidence: t.field({
      type: [answer],
      description: "One answer for each application that serves the endpoint.",
      complexity: { field: 2000, multiplier: 2 },
      errors: { types: [NotFoundError] },
      args: {
        repository: t.arg.globalID({ required: true, for: [refs.repository] }),
        endpoint: t.arg.string({ required: true, description: "METHOD /path; names of parameters do not matter." }),
        at: t.arg.string({ required: true, description: "A scanned commit, a ref, or a day (YYYY-MM-DD, UTC)." }),
      },
      resolve: async (_, { repository: { id }, endpoint, at }, context) => {
        const repository = await visible(Number(id), context);
        if (repository === undefined) throw new NotFoundError("There is no such repository.");
        return [...(await evidenceAt({ repository, endpoint, at }, context))];
      },
    }),
  }));
}
