import { audit, countCommits, countRepositories, listCommits, listRepositories, quarantine, refsOf, registerRepository, repositoryById, repositoryByName, scanOfReference, setPolling } from "@muster/store";
import { pageArgs, pageCost, pageRequest } from "./connections.ts";
import type { Domain } from "./domain.ts";
import { InputError, NotFoundError, RefusedError, TakenError } from "./errors.ts";
import { given, isGiven } from "./given.ts";

/** Registered repositories and their refs. */
export function addRepositories({ builder, refs, connections }: Domain): void {
  builder.objectType(refs.ref, { fields: (t) => ({ name: t.exposeString("name"), commit: t.exposeString("commit"), seenAt: t.field({ type: "DateTime", resolve: ({ seenAt }) => seenAt }) }) });
  builder.objectType(refs.commit, {
    description: "A commit that the service came by: a ref named it, or a scan of it was asked for.",
    fields: (t) => ({
      sha: t.exposeString("sha"),
      committedAt: t.field({ type: "DateTime", resolve: ({ committedAt }) => committedAt }),
      onMain: t.exposeBoolean("onMain", { description: "Whether it was on the main ref when it was fetched." }),
      scan: t.field({ type: refs.scan, nullable: true, resolve: ({ scan }, args, { scans }) => (scan === undefined ? undefined : scans.load(scan)) }),
    }),
  });
  builder.node(refs.repository, {
    id: { resolve: ({ id }) => id },
    loadOne: (id, { repositories }) => repositories.load(Number(id)),
    fields: (t) => ({
      name: t.exposeString("name"),
      location: t.exposeString("location"),
      mainRef: t.exposeString("mainRef", { nullable: true, description: "Known once it was fetched." }),
      quarantine: t.string({ nullable: true, description: "Why nothing of it is scanned.", resolve: (repository) => repository.quarantine?.reason }),
      createdAt: t.field({ type: "DateTime", resolve: ({ createdAt }) => createdAt }),
      pollMinutes: t.float({ nullable: true, description: "Minutes between two looks at it; none where nobody looks.", resolve: ({ pollSeconds }) => (pollSeconds === undefined ? undefined : pollSeconds / 60) }),
      refs: t.field({ type: [refs.ref], complexity: { field: 5, multiplier: 10 }, resolve: async ({ id }, args, { read }) => [...(await read((rows) => refsOf(rows, id)))] }),
      commits: t.field({
        type: connections.commits,
        description: "The newest first.",
        args: pageArgs(t.arg),
        complexity: pageCost,
        resolve: async ({ id }, page, { read }) => ({ page: await read((rows) => listCommits(rows, id, pageRequest(page))), total: () => read((rows) => countCommits(rows, id)) }),
      }),
      current: t.field({ type: refs.scan, nullable: true, description: "The newest scan of the main ref: what \"now\" is.", resolve: ({ currentScan }, args, { scans }) => (currentScan === undefined ? undefined : scans.load(currentScan)) }),
      scan: t.field({
        type: refs.scan,
        nullable: true,
        description: "The scan of a commit, or of what a ref names.",
        args: { reference: t.arg.string({ required: true }) },
        resolve: ({ id }, { reference }, { read }) => read((rows) => scanOfReference(rows, id, reference)),
      }),
    }),
  });
  const webhook = builder.objectRef<{ readonly path: string; readonly secret: string }>("Webhook").implement({
    description: "Where a git host tells of pushes, and with which secret.",
    fields: (t) => ({ path: t.exposeString("path", { description: "After the address of the service and the kind of the host: /hooks/github, gitlab, gitea or bitbucket." }), secret: t.exposeString("secret") }),
  });
  builder.queryFields((t) => ({
    repository: t.field({ type: refs.repository, nullable: true, args: { name: t.arg.string({ required: true }) }, resolve: (_, { name }, { read }) => read((rows) => repositoryByName(rows, name)) }),
    repositories: t.field({
      type: connections.repositories,
      args: { ...pageArgs(t.arg), name: t.arg.string({ description: "Text within the name." }), quarantined: t.arg.boolean() },
      complexity: pageCost,
      resolve: async (_, { name, quarantined, ...page }, { read }) => {
        const filter = given({ name, quarantined });
        return { page: await read((rows) => listRepositories(rows, filter, pageRequest(page))), total: () => read((rows) => countRepositories(rows, filter)) };
      },
    }),
  }));
  builder.mutationFields((t) => ({
    registerRepository: t.field({
      type: refs.repository,
      authScopes: { admin: true },
      errors: { types: [RefusedError, TakenError] },
      args: { name: t.arg.string({ required: true }), location: t.arg.string({ required: true, description: "A git URL without a credential, or an absolute path under an allowed root." }), credential: t.arg.string({ description: "Name of a credential of the workers." }) },
      resolve: async (_, { name, location, credential }, { run, services, bearer }) => {
        if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/u.test(name)) throw new InputError("A name has letters, digits and . _ / -, and starts with a letter or digit.");
        if (isGiven(credential) && !/^[A-Za-z0-9_-]{1,100}$/u.test(credential)) throw new InputError("The name of a credential has letters, digits, _ and -.");
        const refusal = services.refusal(location);
        if (refusal !== undefined) throw new RefusedError(`The location cannot be used: ${refusal}.`);
        if (bearer.repositories !== undefined) throw new RefusedError("The token is limited to some repositories, and registers none.");
        return run(async (rows) => {
          const made = await registerRepository(rows, { name, location, ...given({ credential }) });
          if (made.status === "taken") throw new TakenError(`A repository has this name or location already: ${made.repository.name}.`);
          await audit(rows, bearer.token, "register", name, { location });
          return made.repository;
        });
      },
    }),
    webhook: t.field({
      type: webhook,
      description: "What a git host is told so that pushes are scanned. The secret is the same each time.",
      authScopes: { admin: true },
      errors: { types: [NotFoundError] },
      args: { repository: t.arg.globalID({ required: true, for: [refs.repository] }) },
      resolve: (_, { repository }, { run, services, bearer }) =>
        run(async (rows) => {
          const found = await repositoryById(rows, Number(repository.id));
          if (found === undefined) throw new NotFoundError("There is no such repository.");
          await audit(rows, bearer.token, "webhook", found.name);
          return { path: `/${found.id}`, secret: services.webhookSecret(found.id) };
        }),
    }),
    pollRepository: t.field({
      type: refs.repository,
      description: "Has workers look at the main branch of a repository every so many minutes, for hosts that tell of no pushes, and scan what is new. Without a number they look no more.",
      authScopes: { admin: true },
      errors: { types: [NotFoundError] },
      args: { repository: t.arg.globalID({ required: true, for: [refs.repository] }), everyMinutes: t.arg.int() },
      resolve: (_, { repository, everyMinutes }, { run, bearer }) => {
        if (isGiven(everyMinutes) && (everyMinutes < 1 || everyMinutes > 43_200)) throw new InputError("A repository is looked at every 1 to 43200 minutes.");
        return run(async (rows) => {
          const known = await setPolling(rows, Number(repository.id), isGiven(everyMinutes) ? everyMinutes * 60 : undefined);
          const found = known ? await repositoryById(rows, Number(repository.id)) : undefined;
          if (found === undefined) throw new NotFoundError("There is no such repository.");
          await audit(rows, bearer.token, "poll", found.name, { everyMinutes: everyMinutes ?? null });
          return found;
        });
      },
    }),
    releaseRepository: t.field({
      type: refs.repository,
      description: "Ends a quarantine.",
      authScopes: { admin: true },
      errors: { types: [NotFoundError] },
      args: { repository: t.arg.globalID({ required: true, for: [refs.repository] }) },
      resolve: (_, { repository }, { run, bearer }) =>
        run(async (rows) => {
          const released = await quarantine(rows, Number(repository.id), undefined);
          if (released === undefined) throw new NotFoundError("There is no such repository.");
          await audit(rows, bearer.token, "release", released.name);
          return (await repositoryById(rows, released.id)) ?? released;
        }),
    }),
  }));
}
