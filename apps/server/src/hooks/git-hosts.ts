import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** That a ref was moved, as a host tells it. Ids of zeros stand for "not there". */
export interface ToldMove {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly forced: boolean;
  /** Who pushed, by the name at the host. */
  readonly actor?: string;
}

/** What a push names: commits by their whole ids, and moves of refs. */
export interface Pushed {
  readonly commits: readonly string[];
  readonly moves: readonly ToldMove[];
}

/** How one kind of git host tells of a push, and proves that it is the one. */
export interface GitHostHooks {
  /** Whether the sender knows the secret. The body is not read before. */
  isSigned(headers: IncomingHttpHeaders, body: Buffer, secret: string): boolean;
  /** Whether it is told of a push; of other things nothing is done. */
  isPush(headers: IncomingHttpHeaders): boolean;
  /** What the body of a push names. */
  pushed(payload: unknown): Pushed;
}

/** By the name that the address of a hook has. */
export const gitHosts: Readonly<Record<string, GitHostHooks>> = {
  // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
  github: { isSigned: signedBy("x-hub-signature-256", "sha256="), isPush: (headers) => headers["x-github-event"] === "push", pushed: afterOf },
  // https://docs.gitea.com/usage/webhooks
  gitea: { isSigned: signedBy("x-gitea-signature", ""), isPush: (headers) => headers["x-gitea-event"] === "push", pushed: afterOf },
  // https://docs.gitlab.com/user/project/integrations/webhooks: the secret itself is sent.
  gitlab: {
    isSigned: (headers, _, secret) => same(headers["x-gitlab-token"], secret),
    isPush: (headers) => headers["x-gitlab-event"] === "Push Hook" || headers["x-gitlab-event"] === "Tag Push Hook",
    pushed: afterOf,
  },
  // https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/
  bitbucket: { isSigned: signedBy("x-hub-signature", "sha256="), isPush: (headers) => headers["x-event-key"] === "repo:push", pushed: changesOf },
};

function signedBy(header: string, prefix: string): GitHostHooks["isSigned"] {
  return (headers, body, secret) => same(headers[header], `${prefix}${createHmac("sha256", secret).update(body).digest("hex")}`);
}

/** In the same time whatever is wrong. */
function same(given: string | readonly string[] | undefined, wanted: string): boolean {
  if (typeof given !== "string") return false;
  const [a, b] = [given, wanted].map((text) => createHmac("sha256", "length").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** One ref for each delivery: GitHub, Gitea and GitLab alike. */
function afterOf(payload: unknown): Pushed {
  const actor = [fieldOf(fieldOf(payload, "sender"), "login"), fieldOf(payload, "user_username")].find((name) => typeof name === "string");
  return pushed([{ ref: fieldOf(payload, "ref"), before: fieldOf(payload, "before"), after: fieldOf(payload, "after"), forced: fieldOf(payload, "forced") === true, actor }]);
}

/** Bitbucket: several at once, each with what it was and what it is; without one of them the ref is new, or gone. */
function changesOf(payload: unknown): Pushed {
  const changes = fieldOf(fieldOf(payload, "push"), "changes");
  const actor = fieldOf(fieldOf(payload, "actor"), "nickname");
  if (!Array.isArray(changes)) return { commits: [], moves: [] };
  return pushed(
    changes.slice(0, 50).map((change) => {
      const [old, now] = [fieldOf(change, "old"), fieldOf(change, "new")];
      const named = now ?? old;
      const kind = fieldOf(named, "type") === "tag" ? "tags" : "heads";
      const idOf = (side: unknown): unknown => (side === null || side === undefined ? zeros : fieldOf(fieldOf(side, "target"), "hash"));
      return { ref: `refs/${kind}/${String(fieldOf(named, "name"))}`, before: idOf(old), after: idOf(now), forced: fieldOf(change, "forced") === true, actor };
    }),
  );
}

const zeros = "0".repeat(40);

/** What is well formed of what a host told. A branch that was removed is told of with an id of zeros, and is no commit to scan. */
function pushed(told: readonly { readonly ref: unknown; readonly before: unknown; readonly after: unknown; readonly forced: boolean; readonly actor: unknown }[]): Pushed {
  return {
    commits: [...new Set(told.flatMap(({ after }) => (isId(after) && !/^0+$/u.test(after) ? [after] : [])))],
    moves: told.flatMap(({ ref, before, after, forced, actor }): ToldMove[] => (typeof ref === "string" && /^refs\/[^\s\0]{1,500}$/u.test(ref) && isId(before) && isId(after) && before !== after ? [{ ref, before, after, forced, ...(typeof actor === "string" && actor !== "" && { actor }) }] : [])),
  };
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(value);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}
