import type { Value } from "@muster/python";

/** Whether a value is a default that the environment may replace. */
export function isSoft(value: Value | undefined): boolean {
  return (value?.kind === "const" || value?.kind === "template") && value.soft === true;
}
