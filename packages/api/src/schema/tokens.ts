import { audit, createToken, listAudit, listTokens, revokeToken, type Token } from "@muster/store";
import type { Domain } from "./domain.ts";
import { InputError, NotFoundError, RefusedError } from "./errors.ts";
import { given } from "./given.ts";

/** Tokens, and who did what. */
export function addTokens({ builder, refs, enums }: Domain): void {
  builder.objectType(refs.token, {
    fields: (t) => ({
      number: t.exposeInt("id"),
      name: t.exposeString("name"),
      scopes: t.field({ type: [enums.tokenScope], resolve: ({ scopes }) => [...scopes] }),
      limited: t.boolean({ description: "Whether it sees some repositories alone.", resolve: ({ repositories }) => repositories !== undefined }),
      createdAt: t.field({ type: "DateTime", resolve: ({ createdAt }) => createdAt }),
      expiresAt: t.field({ type: "DateTime", nullable: true, resolve: ({ expiresAt }) => expiresAt }),
      revokedAt: t.field({ type: "DateTime", nullable: true, resolve: ({ revokedAt }) => revokedAt }),
      lastUsedAt: t.field({ type: "DateTime", nullable: true, resolve: ({ lastUsedAt }) => lastUsedAt }),
    }),
  });
  builder.objectType(refs.audit, {
    fields: (t) => ({ action: t.exposeString("action"), target: t.exposeString("target"), detail: t.string({ description: "As JSON.", resolve: ({ detail }) => JSON.stringify(detail) }), token: t.exposeInt("token", { nullable: true }), at: t.field({ type: "DateTime", resolve: ({ at }) => at }) }),
  });
  const made = builder.objectRef<{ readonly token: Token; readonly secret: string }>("NewToken").implement({
    fields: (t) => ({ token: t.field({ type: refs.token, resolve: ({ token }) => token }), secret: t.exposeString("secret", { description: "Shown this once." }) }),
  });
  builder.queryFields((t) => ({
    tokens: t.field({ type: [refs.token], authScopes: { admin: true }, resolve: async (_, args, { read }) => [...(await read(listTokens))] }),
    audit: t.field({ type: [refs.audit], description: "The newest first.", authScopes: { admin: true }, resolve: async (_, args, { read }) => [...(await read((rows) => listAudit(rows, 200)))] }),
  }));
  builder.mutationFields((t) => ({
    createToken: t.field({
      type: made,
      authScopes: { admin: true },
      errors: { types: [RefusedError] },
      args: { name: t.arg.string({ required: true }), scopes: t.arg({ type: [enums.tokenScope], required: true }), repositories: t.arg.globalIDList({ for: [refs.repository] }), expiresAt: t.arg({ type: "DateTime" }) },
      resolve: (_, { name, scopes, repositories, expiresAt }, { run, bearer }) => {
        if (name.trim() === "" || name.length > 200) throw new InputError("A token has a name of up to 200 characters.");
        if (bearer.repositories !== undefined) throw new RefusedError("The token is limited to some repositories, and makes no others.");
        return run(async (rows) => {
          const token = await createToken(rows, { name, scopes, ...given({ expiresAt, repositories: repositories?.map(({ id }) => Number(id)) }) });
          await audit(rows, bearer.token, "create token", name, { scopes });
          return token;
        });
      },
    }),
    revokeToken: t.field({
      type: refs.token,
      authScopes: { admin: true },
      errors: { types: [NotFoundError] },
      args: { number: t.arg.int({ required: true }) },
      resolve: (_, { number }, { run, bearer }) =>
        run(async (rows) => {
          const token = await revokeToken(rows, number);
          if (token === undefined) throw new NotFoundError("There is no such token.");
          await audit(rows, bearer.token, "revoke token", token.name);
          return token;
        }),
    }),
  }));
}
