import type { Endpoint } from "@muster/contract";

const words: ReadonlySet<string> = new Set(["admin", "admins", "administration", "administrator", "superadmin", "superuser", "sysadmin", "staff", "backoffice", "back-office", "moderation", "sudo"]);

/** What the path, its tags or the place of its handler call administrative. That is what needs a role, and no evidence that there is one. */
export function isAdministrative({ path, tags, handler }: Pick<Endpoint, "path" | "tags" | "handler">): boolean {
  const segments = path.split("/").filter((segment) => !segment.includes("{"));
  return [...segments, ...tags, ...handler.symbol.split(".").slice(0, -1)].some((word) => words.has(word.toLowerCase().replaceAll("_", "-")));
}
