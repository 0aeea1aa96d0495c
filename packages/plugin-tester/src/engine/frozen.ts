import type { Json } from "@muster/contract";

/** Freezes a fact with all that it holds: a linker or rule that changes it would change it for everyone. */
export function frozen(value: Json): Json {
  if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) frozen(member);
    Object.freeze(value);
  }
  return value;
}
