import type { Value } from "@muster/python";

/** Why a value that a route hangs on is not known. */
export function reasonOf(value: Value): string {
  if (value.kind === "symbolic") return value.reason ?? "it is not known";
  if (value.kind === "external") return `${value.name} is outside the repository`;
  if (value.kind === "template") {
    const hole = value.parts.find((part) => part.kind === "symbolic");
    return hole ? reasonOf(hole) : "a part of it is not known";
  }
  return `it is a ${value.kind}`;
}
