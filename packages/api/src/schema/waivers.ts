import { readStatements, recordedWaivers, revocationStatement, waiverEnd, waiverProblems, waiverRevocationType, waiverStatement, waiverType, approvalState, type RecordedWaiver } from "@muster/evidence";
import { audit, openWaiver, openWaivers, placeWaiver, requestWaiver, type WaiverRequestRow } from "@muster/store";
import type { Domain } from "./domain.ts";
import { NotFoundError, RefusedError } from "./errors.ts";
import { given } from "./given.ts";
import { visible } from "./ledgers.ts";

/** Waivers: asked for with one token, approved with another, and then in the ledger. */
export function addWaivers({ builder, refs }: Domain): void {
  const waiver = builder.objectRef<RecordedWaiver>("Waiver").implement({
    description: "An approved exception with an end, as the ledger has it.",
    fields: (t) => ({
      key: t.exposeString("id"),
      control: t.exposeString("control"),
      endpoint: t.exposeString("endpoint", { nullable: true }),
      finding: t.exposeString("finding", { nullable: true }),
      reason: t.exposeString("reason"),
      compensating: t.exposeString("compensating"),
      requester: t.exposeString("requester", { description: "A keyed hash." }),
      approver: t.exposeString("approver"),
      expires: t.exposeString("expires"),
      ticket: t.exposeString("ticket", { nullable: true }),
      sequence: t.exposeInt("sequence"),
      approvedAt: t.field({ type: "DateTime", resolve: ({ approvedAt }) => new Date(approvedAt) }),
      state: t.string({ description: "active, expiring (within two weeks), expired or revoked.", resolve: (one) => approvalState({ until: waiverEnd(one), ...(one.revokedAt !== undefined && { revokedAt: one.revokedAt }) }, new Date().toISOString()) }),
    }),
  });
  const request = builder.objectRef<WaiverRequestRow>("WaiverRequest").implement({
    description: "A waiver that another token has to approve.",
    fields: (t) => ({
      number: t.exposeInt("id"),
      control: t.string({ resolve: (one) => one.waiver.control }),
      endpoint: t.string({ nullable: true, resolve: (one) => one.waiver.endpoint }),
      finding: t.string({ nullable: true, resolve: (one) => one.waiver.finding }),
      reason: t.string({ resolve: (one) => one.waiver.reason }),
      compensating: t.string({ resolve: (one) => one.waiver.compensating }),
      expires: t.string({ resolve: (one) => one.waiver.expires }),
      requestedAt: t.field({ type: "DateTime", resolve: ({ requestedAt }) => requestedAt }),
    }),
  });
  builder.queryFields((t) => ({
    waivers: t.field({
      type: [waiver],
      description: "Those in a repository's ledger, with how they stand now.",
      complexity: { field: 100, multiplier: 10 },
      args: { repository: t.arg.globalID({ required: true, for: [refs.repository] }) },
      resolve: async (_, { repository: { id } }, context) => {
        const repository = await visible(Number(id), context);
        const book = repository && (await context.services.evidence?.read(repository.id));
        return book === undefined ? [] : recordedWaivers(readStatements(book.reader, [waiverType, waiverRevocationType]));
      },
    }),
    waiverRequests: t.field({
      type: [request],
      description: "Those that nobody approved yet.",
      complexity: { field: 20, multiplier: 10 },
      args: { repository: t.arg.globalID({ required: true, for: [refs.repository] }) },
      resolve: async (_, { repository: { id } }, { run }) => [...(await run((rows) => openWaivers(rows, Number(id))))],
    }),
  }));
  builder.mutationFields((t) => ({
    requestWaiver: t.field({
      type: request,
      description: "Asks for an exception of one endpoint or one finding. It holds once another token approves it.",
      authScopes: { triage: true },
      errors: { types: [NotFoundError, RefusedError] },
      args: {
        repository: t.arg.globalID({ required: true, for: [refs.repository] }),
        control: t.arg.string({ required: true }),
        endpoint: t.arg.string({ description: "METHOD /path; either this or a finding." }),
        finding: t.arg.string({ description: "A fingerprint." }),
        reason: t.arg.string({ required: true }),
        compensating: t.arg.string({ required: true, description: "What stands in for the control meanwhile." }),
        expires: t.arg.string({ required: true, description: "The last day on which it holds (YYYY-MM-DD, UTC)." }),
        ticket: t.arg.string(),
      },
      resolve: async (_, { repository: { id }, control, endpoint, finding, reason, compensating, expires, ticket }, { run, services, bearer }) => {
        const { evidence } = services;
        if (evidence === undefined) throw new RefusedError("This service keeps no ledgers.");
        const wish = { control, ...given({ endpoint, finding, ticket }), reason, compensating, requester: evidence.person(bearer.name), expires };
        const problems = waiverProblems({ ...wish, approver: "another" }, new Date().toISOString());
        if (problems.length > 0) throw new RefusedError(problems.join(" "));
        return run(async (rows) => {
          const repository = await rows.selectFrom("muster.repository").select(["id", "name"]).where("id", "=", Number(id)).executeTakeFirst();
          if (repository === undefined) throw new NotFoundError("There is no such repository.");
          await audit(rows, bearer.token, "request waiver", repository.name, { control });
          return requestWaiver(rows, repository.id, wish, bearer.token);
        });
      },
    }),
    approveWaiver: t.field({
      type: waiver,
      description: "Signs what another token asked for into the ledger. Nobody approves what they asked for.",
      authScopes: { admin: true },
      errors: { types: [NotFoundError, RefusedError] },
      args: { number: t.arg.int({ required: true }) },
      resolve: (_, { number }, { run, services, bearer }) =>
        run(async (rows) => {
          const { evidence } = services;
          const asked = await openWaiver(rows, number);
          if (asked === undefined || evidence === undefined) throw new NotFoundError("There is no such request.");
          if (asked.requestedBy === bearer.token) throw new RefusedError("Who asks for it and who approves it are the same.");
          const wish = { ...asked.waiver, approver: evidence.person(bearer.name) };
          const problems = waiverProblems(wish, new Date().toISOString());
          if (problems.length > 0) throw new RefusedError(problems.join(" "));
          const entry = await evidence.approve(asked.repository, waiverType, () => waiverStatement(wish, new Date().toISOString()));
          await placeWaiver(rows, number, bearer.token, entry.sequence);
          await audit(rows, bearer.token, "approve waiver", String(number), { record: entry.sequence });
          const book = await evidence.read(asked.repository);
          const kept = book && recordedWaivers(readStatements(book.reader, [waiverType, waiverRevocationType])).find(({ sequence }) => sequence === entry.sequence);
          if (kept === undefined) throw new Error(`The waiver of record ${entry.sequence} is not in the ledger.`);
          return kept;
        }),
    }),
    revokeWaiver: t.field({
      type: waiver,
      description: "Ends a waiver before its day.",
      authScopes: { admin: true },
      errors: { types: [NotFoundError] },
      args: { repository: t.arg.globalID({ required: true, for: [refs.repository] }), key: t.arg.string({ required: true }), reason: t.arg.string({ required: true }) },
      resolve: async (_, { repository: { id }, key, reason }, context) => {
        const { services, run, bearer } = context;
        const repository = await visible(Number(id), context);
        const { evidence } = services;
        const held = async (): Promise<RecordedWaiver | undefined> => {
          const book = repository && (await evidence?.read(repository.id));
          return book === undefined ? undefined : recordedWaivers(readStatements(book.reader, [waiverType, waiverRevocationType])).find((one) => one.id === key);
        };
        const found = await held();
        if (repository === undefined || evidence === undefined || found === undefined || found.revokedAt !== undefined) throw new NotFoundError("There is no such waiver that holds.");
        await evidence.approve(repository.id, waiverRevocationType, () => revocationStatement(key, reason, evidence.person(bearer.name)));
        await run((rows) => audit(rows, bearer.token, "revoke waiver", repository.name, { waiver: key }));
        return (await held()) ?? found;
      },
    }),
  }));
}
