import type { CallTerm, Condition, Term } from "@muster/contract";
import * as t from "./terms.ts";
import { callerId, got, session } from "./terms.ts";
import { unless } from "./trace.ts";

/** The deletion that most cases are about: `session.delete(session.get(Item, id))`, of an item that belongs to another. */
export const item: CallTerm = got();
export const removes: CallTerm = t.send(session, "delete", item);
export const commits: CallTerm = t.send(session, "commit");
export const foreign: Term = t.ne(t.at(item, "owner_id"), callerId);
export const missing: Condition = unless(t.not(item), 404);
export const superuser: Term = t.at(t.caller, "is_superuser");
