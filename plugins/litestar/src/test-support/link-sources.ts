import type { LinkedModel } from "@muster/contract";
import { linkSources as link, type Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import litestar from "../index.ts";

/** Links Python sources as the host does, with this framework. */
export function linkSources(sources: Sources): Promise<LinkedModel> {
  return link([python, litestar], sources);
}
