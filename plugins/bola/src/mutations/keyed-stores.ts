import type { CallTerm, Term } from "@muster/contract";
import { calledName } from "../query-methods.ts";
import type { Touch } from "./mutation.ts";
import { isPayload } from "../object-key.ts";
import { isApart, isFound } from "./receiver.ts";

const deleting = new Set(["unlink", "hdel", "srem", "zrem", "lrem", "delete_object", "delete_objects", "remove_object", "remove_objects", "delete_blob", "delete_blobs"]);
const ofCollections = new Set(["pop", "discard", "remove"]);
const removing = new Set(["os.remove", "os.unlink", "os.rmdir", "os.removedirs", "shutil.rmtree", "aiofiles.os.remove", "aiofiles.os.unlink", "aiofiles.os.rmdir", "aioshutil.rmtree"]);
const pathMethods = new Set(["unlink", "rmdir"]);

/** Redis, S3 and their kin, files, and collections in memory: the arguments are the keys. */
export function touchedKeys(call: CallTerm): Touch | undefined {
  const values: readonly Term[] = [...call.args, ...call.keywords.map((keyword) => keyword.value)];
  if (call.callee.kind === "symbol") {
    return removing.has(call.callee.name) ? { verb: "deletes", target: keysOf(values), certain: true } : undefined;
  }
  if (call.callee.kind !== "attribute") return undefined;
  const name = calledName(call);
  const named = values.filter((value) => value.kind !== "const");
  // `Path(folder / name).unlink()` holds the key before the dot.
  if (pathMethods.has(name) && named.length === 0) return { verb: "deletes", target: call.callee.of, certain: true };
  if (ofCollections.has(name)) {
    const [first] = call.args;
    // What the caller sent is taken apart; nothing that is kept is touched.
    if (!first || call.keywords.length > 0 || call.args.length > 2 || isPayload(call.callee.of) || isApart(call.callee.of)) return undefined;
    const certain = isFound(first) || name === "pop";
    return { verb: "deletes", target: keysOf([call.callee.of, first]), certain };
  }
  return deleting.has(name) && values.length > 0 ? { verb: "deletes", target: keysOf([call.callee.of, ...values]), certain: true } : undefined;
}

function keysOf(values: readonly Term[]): Term {
  const [only] = values;
  return only && values.length === 1 ? only : { kind: "collection", type: "tuple", items: values };
}
