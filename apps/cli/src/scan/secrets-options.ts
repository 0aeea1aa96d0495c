import type { Json } from "@muster/contract";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { findNativeEngine } from "../environment/native-engine.ts";
import { hashKeyOf } from "../environment/secret-hash-key.ts";
import type { Session } from "../environment/session.ts";
import { cacheFolder } from "../environment/user-folders.ts";
import { writeText } from "../output/write-text.ts";

/** What the secrets plugin must know of this installation. */
export async function secretsOptions(given: Arguments, session: Session): Promise<{ readonly [key: string]: Json }> {
  const key = hashKeyOf(session.env);
  const engine = findNativeEngine(session.env, cacheFolder(session.env));
  if (key.status === "missing") await writeText(session.stderr, `muster: hashes of secrets are made with a published key: ${key.reason}.\n`);
  if (engine.place === "none" && given.switches.get("quiet") !== true) await writeText(session.stderr, "muster: using the portable regex engine; muster setup --native makes the search for secrets faster.\n");
  return { ...(key.status === "known" ? { hashKey: key.key } : {}), ...(engine.place === "folder" ? { nativeFolder: engine.folder } : {}) };
}
