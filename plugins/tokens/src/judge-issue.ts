import { subterms, type ObservedCall, type Term } from "@muster/contract";
import { argument } from "./argument.ts";
import type { Verdict } from "./judge-verification.ts";
import { keyProblem } from "./key.ts";
import { tokenCall, type Library } from "./libraries.ts";
import type { Problem } from "./problem.ts";

/** Judges one call that issues a token: the key, and whether the token ever expires. */
export function judgeIssue(call: ObservedCall, library: Library): Verdict {
  if (!call.reached) return { problems: [], undecided: [] };
  const problems: Problem[] = [];
  const payload = payloadOf(call, library);
  const key = keyProblem(isHeaderFirst(library) ? argument(call, 2, "key") : argument(call, 1, "key"));
  if (key) problems.push(key);
  if (neverExpires(payload)) problems.push({ kind: "no-expiry", byDefault: false });
  return { problems, undecided: [] };
}

/** Whether a call issues tokens whose claims are all known, and hold no expiry. */
export function issuesWithoutEnd(call: ObservedCall): boolean {
  const known = tokenCall(call.callee);
  const payload = known?.does === "issue" ? payloadOf(call, known.library) : undefined;
  return payload?.kind === "dict" && !payload.open && !payload.entries.some(({ key }) => key.kind !== "const" || key.value === "exp");
}

function isHeaderFirst(library: Library): boolean {
  return library === "Authlib" || library === "joserfc";
}

function payloadOf(call: ObservedCall, library: Library): Term | undefined {
  return isHeaderFirst(library) ? argument(call, 1, library === "joserfc" ? "claims" : "payload") : argument(call, 0, library === "PyJWT" ? "payload" : "claims");
}

/** Claims by which somebody is known. A token without one (a link to unsubscribe, a client assertion of another service) is not judged. */
const saysWho = new Set(["sub", "user_id", "uid", "user", "username", "email", "id", "userid", "user_name", "public_id"]);

/** Whether all claims are known, one of them says who signs in, and none says until when. */
function neverExpires(payload: Term | undefined): boolean {
  if (payload?.kind !== "dict" || payload.open) return false;
  const names = payload.entries.map((entry) => (entry.key.kind === "const" ? entry.key.value : undefined));
  if (names.some((name) => typeof name !== "string")) return false;
  if (!names.some((name) => typeof name === "string" && saysWho.has(name.toLowerCase()))) return false;
  // What is called otherwise may be what the code compares by itself.
  return !names.some((name) => typeof name === "string" && /exp|ttl|valid|until|iat|nbf|jti/i.test(name)) && ![...subterms(payload)].some((part) => part.kind === "call" && part.callee.kind === "symbol" && part.callee.name === "datetime.timedelta");
}
