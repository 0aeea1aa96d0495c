import { audit, countFindings, findingById, listFindings, listRules, triageFinding, type FindingFilter } from "@muster/store";
import type { ApiContext } from "../context.ts";
import { attributeFilters, namedAttributes, type GivenAttribute } from "./attributes.ts";
import { pageArgs, pageCost, pageRequest, type PageArgs } from "./connections.ts";
import type { Domain } from "./domain.ts";
import { InputError, NotFoundError } from "./errors.ts";
import { given, isGiven } from "./given.ts";
import { sighting, sightingArgs } from "./sighting-args.ts";

/** Findings, and what people decide of them. */
export function addFindings({ builder, refs, enums, connections }: Domain): void {
  builder.objectType(refs.triage, {
    description: "One decision on a finding.",
    fields: (t) => ({
      state: t.field({ type: enums.triageState, resolve: ({ state }) => state }),
      note: t.exposeString("note"),
      owner: t.exposeString("owner", { nullable: true }),
      expires: t.exposeString("expires", { nullable: true, description: "The last day on which it holds, UTC." }),
      at: t.field({ type: "DateTime", resolve: ({ at }) => at }),
    }),
  });
  builder.node(refs.finding, {
    id: { resolve: ({ id }) => id },
    loadOne: (id, { read }) => read((rows) => findingById(rows, Number(id))),
    description: "One version of one finding; its fingerprint is the same in all of them.",
    fields: (t) => ({
      fingerprint: t.string({ resolve: ({ document }) => document.fingerprint }),
      repository: t.field({ type: refs.repository, nullable: true, resolve: ({ repository }, args, { repositories }) => repositories.load(repository) }),
      rule: t.string({ resolve: ({ document }) => document.rule }),
      severity: t.field({ type: enums.severity, resolve: ({ document }) => document.severity }),
      confidence: t.string({ resolve: ({ document }) => document.confidence }),
      message: t.string({ description: "Of a secret it shows no more than how it begins.", resolve: ({ document }) => document.message }),
      span: t.field({ type: refs.span, resolve: ({ document }) => document.span }),
      symbol: t.string({ resolve: ({ document }) => document.symbol }),
      folder: t.exposeString("folder"),
      endpoint: t.string({ nullable: true, description: "Key of the endpoint that it is of.", resolve: ({ document }) => document.endpoint }),
      proof: t.field({ type: [refs.step], resolve: ({ document }) => [...document.proof] }),
      attributes: t.field({ type: [refs.attribute], description: "What the plugin of its rule says of it.", args: { names: t.arg.stringList() }, resolve: ({ document }, { names }) => namedAttributes(document.attributes, names) }),
      waived: t.boolean({ description: "Whether a waiver of the configuration covers it.", resolve: ({ waived }) => waived }),
      state: t.field({ type: enums.triageState, resolve: ({ state }) => state }),
      triage: t.field({ type: [refs.triage], description: "What was decided, the newest first.", complexity: { field: 5, multiplier: 5 }, resolve: async ({ id }, args, { triage }) => [...(await triage.load(id))] }),
      firstSeenAt: t.field({ type: "DateTime", resolve: ({ firstSeenAt }) => firstSeenAt }),
    }),
  });
  builder.queryFields((t) => {
    const args = {
      ...pageArgs(t.arg),
      ...sightingArgs(t.arg, refs),
      rules: t.arg.stringList(),
      controls: t.arg.stringList({ description: "Controls that the rule is about: AUTHN-01." }),
      severities: t.arg({ type: [enums.severity] }),
      states: t.arg({ type: [enums.triageState] }),
      waived: t.arg.boolean({ description: "Those that a waiver covers, in place of those that none does." }),
      text: t.arg.string({ description: "Words of the message or the path; of the last one its beginning is enough." }),
      folder: t.arg.string({ description: "With which the folder that owns the code starts." }),
      endpoint: t.arg.string({ description: "Key of an endpoint." }),
      attributes: t.arg({ type: [refs.attributeFilter], description: "Attributes that it has all of." }),
      firstSeenAfter: t.arg({ type: "DateTime" }),
      orderBy: t.arg({ type: enums.findingOrder, required: true, defaultValue: "severity" }),
    };
    return {
      findings: t.field({
        type: connections.findings,
        args,
        complexity: pageCost,
        resolve: async (_, { orderBy, ...asked }, { read }) => {
          const filter = await filterOf(asked, read);
          return { page: await read((rows) => listFindings(rows, filter, orderBy, pageRequest(asked))), total: () => read((rows) => countFindings(rows, filter)) };
        },
      }),
      secrets: t.field({
        type: connections.findings,
        description: "Findings that are credentials. What they are is never shown.",
        args,
        complexity: pageCost,
        resolve: async (_, { orderBy, ...asked }, { read }) => {
          const filter: FindingFilter = { ...(await filterOf(asked, read)), secrets: true };
          return { page: await read((rows) => listFindings(rows, filter, orderBy, pageRequest(asked))), total: () => read((rows) => countFindings(rows, filter)) };
        },
      }),
    };
  });
  builder.mutationFields((t) => ({
    triageFinding: t.field({
      type: refs.finding,
      description: "Decides on a finding, in all its versions. A waiver is the state ACCEPTED with an owner and a last day.",
      authScopes: { triage: true },
      errors: { types: [NotFoundError] },
      args: {
        finding: t.arg.globalID({ required: true, for: [refs.finding] }),
        state: t.arg({ type: enums.triageState, required: true }),
        note: t.arg.string({ required: true }),
        owner: t.arg.string(),
        expires: t.arg.string({ description: "The last day on which it holds: 2027-01-31." }),
      },
      resolve: (_, { finding, state, note, owner, expires }, { run, bearer, triage }) => {
        if (note.trim() === "" || note.length > 2000) throw new InputError("A note says why, in up to 2000 characters.");
        if (state === "accepted" && !(isGiven(owner) && isGiven(expires))) throw new InputError("Who accepts a finding says who owns it and until when: owner and expires.");
        if (isGiven(expires) && !isDay(expires)) throw new InputError("A day is written as 2027-01-31.");
        return run(async (rows) => {
          const decided = await triageFinding(rows, Number(finding.id), { state, note, token: bearer.token, ...given({ owner, expires }) });
          if (decided === undefined) throw new NotFoundError("There is no such finding.");
          triage.clear(decided.id);
          await audit(rows, bearer.token, "triage", decided.document.fingerprint, { state, note });
          return decided;
        });
      },
    }),
  }));
}

type Asked = Parameters<typeof sighting>[0] & PageArgs & { readonly [Name in Exclude<keyof FindingFilter, "scan" | "repositories" | "secrets" | "attributes">]?: FindingFilter[Name] | null | undefined } & { readonly attributes?: readonly GivenAttribute[] | null | undefined };

async function filterOf({ controls, ...asked }: Asked & { readonly controls?: readonly string[] | null | undefined }, run: ApiContext["run"]): Promise<FindingFilter> {
  const filter = plainFilter(asked);
  if (!isGiven(controls)) return filter;
  const about = (await run(listRules)).filter((rule) => rule.controls.some((control) => controls.includes(control))).map(({ id }) => id);
  return { ...filter, rules: about.filter((rule) => filter.rules?.includes(rule) ?? true) };
}

function plainFilter({ rules, severities, states, waived, text, folder, endpoint, attributes, firstSeenAfter, ...asked }: Asked): FindingFilter {
  return { ...sighting(asked), ...given({ rules, severities, states, waived, text, folder, endpoint, attributes: attributeFilters(attributes), firstSeenAfter }) };
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
