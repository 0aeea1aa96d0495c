import { countApplications, listApplications } from "@muster/store";
import { pageArgs, pageCost, pageRequest } from "./connections.ts";
import type { Domain } from "./domain.ts";
import { sighting, sightingArgs } from "./sighting-args.ts";

/** Applications that scans found. */
export function addApplications({ builder, refs, connections }: Domain): void {
  builder.objectType(refs.application, {
    fields: (t) => ({
      key: t.string({ description: "Stable from commit to commit.", resolve: ({ document }) => document.id }),
      repository: t.field({ type: refs.repository, nullable: true, resolve: ({ repository }, args, { repositories }) => repositories.load(repository) }),
      name: t.string({ resolve: ({ document }) => document.name }),
      framework: t.string({ resolve: ({ document }) => document.framework }),
      folder: t.string({ resolve: ({ document }) => document.folder }),
      title: t.string({ nullable: true, resolve: ({ document }) => document.title }),
      span: t.field({ type: refs.span, resolve: ({ document }) => document.span }),
      firstSeenAt: t.field({ type: "DateTime", resolve: ({ firstSeenAt }) => firstSeenAt }),
    }),
  });
  builder.queryFields((t) => ({
    applications: t.field({
      type: connections.applications,
      args: { ...pageArgs(t.arg), ...sightingArgs(t.arg, refs) },
      complexity: pageCost,
      resolve: async (_, args, { read }) => {
        const filter = sighting(args);
        return { page: await read((rows) => listApplications(rows, filter, pageRequest(args))), total: () => read((rows) => countApplications(rows, filter)) };
      },
    }),
  }));
}
