import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** Commits that were pushed, by their whole ids. */
export type Pushed = readonly string[];

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

function afterOf(payload: unknown): Pushed {
  return commits([fieldOf(payload, "after")]);
}

function changesOf(payload: unknown): Pushed {
  const changes = fieldOf(fieldOf(payload, "push"), "changes");
  return Array.isArray(changes) ? commits(changes.slice(0, 50).map((change) => fieldOf(fieldOf(fieldOf(change, "new"), "target"), "hash"))) : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

/** A branch that was removed is told of with an id of zeros. */
function commits(values: readonly unknown[]): Pushed {
  return [...new Set(values.filter((value): value is string => typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(value) && !/^0+$/u.test(value)))];
}
