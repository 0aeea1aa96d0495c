import type { ArgBuilder, ArgumentRef } from "@pothos/core";
import type { Sighting } from "@muster/store";
import type { Types } from "./builder.ts";
import { isGiven } from "./given.ts";
import type { Refs } from "./refs.ts";

interface GivenId {
  readonly id: string;
}

interface SightingArgs {
  readonly scan?: GivenId | null | undefined;
  readonly repositories?: readonly GivenId[] | null | undefined;
}

/** Of which scan things are listed. */
export function sightingArgs(arg: ArgBuilder<Types>, refs: Refs): { scan: ArgumentRef<Types, { id: string; typename: string } | null | undefined>; repositories: ArgumentRef<Types, { id: string; typename: string }[] | null | undefined> } {
  return {
    scan: arg.globalID({ for: [refs.scan], description: "Of this scan; without it, of the newest scan of each repository's main ref." }) as never,
    repositories: arg.globalIDList({ for: [refs.repository] }) as never,
  };
}

export function sighting({ scan, repositories }: SightingArgs): Sighting {
  return { ...(isGiven(scan) && { scan: Number(scan.id) }), ...(isGiven(repositories) && { repositories: repositories.map(({ id }) => Number(id)) }) };
}
