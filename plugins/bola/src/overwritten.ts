import type { Term } from "@muster/contract";
import type { Mutation } from "./mutations/mutation.ts";
import { isPayload } from "./object-key.ts";
import type { Run } from "./run.ts";
import { walk } from "./term-index.ts";

/**
 * A part of what the caller sent that selects the object, and that the handler itself had written there before: `data["album_id"] = self.kwargs["album_id"]`. What it
 * holds then is the handler's choice.
 */
export function overwritten({ target, event }: Mutation, { trace, index }: Run): Term | undefined {
  const written = new Set<string>();
  for (const one of trace.events) if (one.index < event.index && one.kind === "set-attribute" && isPayload(one.target)) written.add(`${index.of(one.target).id} ${plain(one.name)}`);
  if (written.size === 0) return undefined;
  for (const part of walk(target)) {
    const name = part.kind === "attribute" ? part.name : part.kind === "item" && part.key.kind === "const" ? String(part.key.value) : undefined;
    if (name !== undefined && (part.kind === "attribute" || part.kind === "item") && written.has(`${index.of(part.of).id} ${name}`)) return part;
  }
  return undefined;
}

/** Items that are set are told as `[s:name]`. */
function plain(name: string): string {
  return name.replace(/^\[(?:s:)?(.*)\]$/, "$1");
}
