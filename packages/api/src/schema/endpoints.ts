import type { Guard, Handler, Parameter, Requirement } from "@muster/contract";
import { countEndpoints, endpointById, listEndpoints } from "@muster/store";
import { attributeFilters, namedAttributes } from "./attributes.ts";
import { pageArgs, pageCost, pageRequest } from "./connections.ts";
import type { Domain } from "./domain.ts";
import { given } from "./given.ts";
import { sighting, sightingArgs } from "./sighting-args.ts";

/** Endpoints with posture, proof, guards and control results. */
export function addEndpoints({ builder, refs, enums, connections }: Domain): void {
  const requirement = builder.objectRef<Requirement>("Requirement").implement({ fields: (t) => ({ kind: t.exposeString("kind"), values: t.stringList({ resolve: (demand) => ("values" in demand ? [...demand.values] : []) }) }) });
  const parameter = builder.objectRef<Parameter>("Parameter").implement({ fields: (t) => ({ name: t.exposeString("name"), in: t.exposeString("in"), required: t.exposeBoolean("required") }) });
  const handler = builder.objectRef<Handler>("Handler").implement({ fields: (t) => ({ symbol: t.exposeString("symbol"), span: t.field({ type: refs.span, resolve: ({ span }) => span }), code: t.exposeString("code", { nullable: true, description: "Content id of its definition." }) }) });
  builder.objectType(refs.guard, {
    description: "Code that runs before or in a handler and looks at the caller.",
    fields: (t) => ({
      name: t.exposeString("name"),
      via: t.exposeString("via"),
      layer: t.exposeString("layer"),
      verdict: t.exposeString("verdict"),
      span: t.field({ type: refs.span, resolve: ({ span }: Guard) => span }),
      requires: t.field({ type: [requirement], resolve: ({ requires }) => [...requires] }),
      credentials: t.stringList({ resolve: ({ credentials }) => [...credentials] }),
      proof: t.field({ type: [refs.step], resolve: ({ proof }) => [...proof] }),
      reason: t.exposeString("reason", { nullable: true }),
    }),
  });
  builder.node(refs.endpoint, {
    id: { resolve: ({ id }) => id },
    loadOne: (id, { read }) => read((rows) => endpointById(rows, Number(id))),
    description: "One version of one endpoint; its key is the same in all of them.",
    fields: (t) => ({
      key: t.string({ description: "Stable from commit to commit.", resolve: ({ document }) => document.endpoint.id }),
      repository: t.field({ type: refs.repository, nullable: true, resolve: ({ repository }, args, { repositories }) => repositories.load(repository) }),
      application: t.string({ description: "Key of its application.", resolve: ({ document }) => document.endpoint.application }),
      framework: t.exposeString("framework"),
      folder: t.exposeString("folder"),
      method: t.string({ resolve: ({ document }) => document.endpoint.method }),
      path: t.string({ resolve: ({ document }) => document.endpoint.path }),
      posture: t.field({ type: enums.posture, resolve: ({ document }) => document.endpoint.posture }),
      reason: t.string({ nullable: true, description: "Why the posture is unknown.", resolve: ({ document }) => document.endpoint.reason }),
      proof: t.field({ type: [refs.step], resolve: ({ document }) => [...document.endpoint.proof] }),
      guards: t.field({ type: [refs.guard], description: "Outermost first.", resolve: ({ document }) => [...document.endpoint.guards] }),
      handler: t.field({ type: handler, resolve: ({ document }) => document.endpoint.handler }),
      span: t.field({ type: refs.span, resolve: ({ document }) => document.endpoint.span }),
      parameters: t.field({ type: [parameter], resolve: ({ document }) => [...document.endpoint.parameters] }),
      deprecated: t.boolean({ resolve: ({ document }) => document.endpoint.deprecated }),
      tags: t.stringList({ resolve: ({ document }) => [...document.endpoint.tags] }),
      attributes: t.field({ type: [refs.attribute], description: "What plugins say of it.", args: { names: t.arg.stringList() }, resolve: ({ document }, { names }) => namedAttributes(document.endpoint.attributes, names) }),
      controls: t.field({ type: [refs.controlResult], resolve: ({ document }) => [...document.controls] }),
      firstSeenAt: t.field({ type: "DateTime", resolve: ({ firstSeenAt }) => firstSeenAt }),
    }),
  });
  builder.queryFields((t) => ({
    endpoints: t.field({
      type: connections.endpoints,
      args: {
        ...pageArgs(t.arg),
        ...sightingArgs(t.arg, refs),
        methods: t.arg.stringList(),
        path: t.arg.string({ description: "Words of the path; of the last one its beginning is enough." }),
        postures: t.arg({ type: [enums.posture] }),
        frameworks: t.arg.stringList(),
        folder: t.arg.string({ description: "With which the folder of the application starts." }),
        failing: t.arg.stringList({ description: "Controls of which one fails." }),
        undecided: t.arg.stringList({ description: "Controls of which one is indeterminate, or could not be analysed." }),
        attributes: t.arg({ type: [refs.attributeFilter], description: "Attributes that it has all of." }),
        firstSeenAfter: t.arg({ type: "DateTime" }),
        orderBy: t.arg({ type: enums.endpointOrder, required: true, defaultValue: "path" }),
      },
      complexity: pageCost,
      resolve: async (_, { methods, path, postures, frameworks, folder, failing, undecided, attributes, firstSeenAfter, orderBy, ...args }, { read }) => {
        const filter = { ...sighting(args), ...given({ methods, path, postures, frameworks, folder, failing, undecided, attributes: attributeFilters(attributes), firstSeenAfter }) };
        return { page: await read((rows) => listEndpoints(rows, filter, orderBy, pageRequest(args))), total: () => read((rows) => countEndpoints(rows, filter)) };
      },
    }),
  }));
}
