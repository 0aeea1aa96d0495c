import type { Term } from "@muster/contract";
import { walk } from "./term-index.ts";

const roleWord = /admin|super|staff|role|perm|scope|moderator|manager|maintainer|privilege|group|operator|editor|can_|_can$|capabilit|entitle|policy/i;
const administrativeWord = /admin|super|staff|root|operator|sudo/i;

/** A role, permission or scope that a condition on the caller alone asks for. */
export interface Role {
  readonly name: string;
  /** Administrators may touch every object. Holders of any other role are many, and are not thereby its owners. */
  readonly administrative: boolean;
}

/** The role of a condition on the caller, judged by the names that it mentions. Being signed in, active or verified is no role. */
export function roleOf(term: Term): Role | undefined {
  const words: string[] = [];
  for (const part of walk(term)) {
    if (part.kind === "attribute") words.push(part.name);
    else if (part.kind === "symbol") words.push(part.name.slice(part.name.lastIndexOf(".") + 1));
    else if (part.kind === "const" && typeof part.value === "string") words.push(part.value);
  }
  if (!words.some((word) => roleWord.test(word))) return undefined;
  const telling = words.filter((word) => administrativeWord.test(word));
  const name = telling[0] ?? words.find((word) => roleWord.test(word)) ?? "a role";
  return { name, administrative: telling.length > 0 };
}

/** A role as a guard states it. */
export function roleNamed(values: readonly string[]): Role {
  return { name: values.join(", ") || "a role", administrative: values.length > 0 && values.every((value) => administrativeWord.test(value)) };
}
