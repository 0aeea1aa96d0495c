import type { CallTerm } from "@muster/contract";
import { calledName } from "../query-methods.ts";
import type { Touch } from "./mutation.ts";
import { isFound } from "./receiver.ts";

const deleting = new Set(["delete_one", "delete_many", "find_one_and_delete", "find_and_delete", "remove_one"]);
const changing = new Set(["update_one", "update_many", "replace_one", "find_one_and_update", "find_one_and_replace", "modify"]);

/** Deletes and updates of Mongo collections: what is touched is what the filter selects. */
export function touchedDocuments(call: CallTerm): Touch | undefined {
  const name = calledName(call);
  const verb = deleting.has(name) ? "deletes" : changing.has(name) ? "changes" : undefined;
  if (!verb || call.callee.kind !== "attribute") return undefined;
  // MongoEngine's sets of documents take what is written alone: `Report.objects(id=id).update_one(set__title=title)`.
  if (call.args.length === 0 && isFound(call.callee.of) && !call.keywords.some((keyword) => keyword.name === "filter")) return { verb, target: call.callee.of, certain: true };
  const filter = call.args[0] ?? call.keywords.find((keyword) => keyword.name === "filter")?.value;
  if (!filter) return undefined;
  // Told as the query that selects the same documents: what is written to them must not be taken for the filter.
  return { verb, target: { ...call, callee: { ...call.callee, name: "find" }, args: [filter], keywords: [] }, certain: true };
}
