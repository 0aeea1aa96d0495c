import type { CredentialType, Endpoint, Guard, JudgeInput } from "@muster/contract";
import { asksForCaller } from "./asks-for-caller.ts";
import { createTermIndex } from "./term-index.ts";

const anybodys = new Set<CredentialType>(["api-key", "custom", "mutual-tls"]);
const asked = new WeakMap<readonly Endpoint[], Map<string, boolean>>();

/**
 * True where all that turns strangers away is code of the repository's own that looks at a key, and no handler behind it asks whose
 * it is: it may be one that all callers share, as services among themselves do, and its holders are one caller to the application.
 */
export function mayShareKey({ guards }: Endpoint, input: JudgeInput): boolean {
  const rejecting = guards.filter(({ verdict }) => verdict === "rejects");
  return rejecting.length > 0 && rejecting.every((guard) => isOfKey(guard) && !isAskedFor(guard, input));
}

function isOfKey({ via, credentials }: Guard): boolean {
  return (via === "middleware" || via === "dependency" || via === "inline") && credentials.every((credential) => anybodys.has(credential));
}

/** Whether any handler behind the guard does something with the caller: then the guard says who that is. */
function isAskedFor({ name }: Guard, input: JudgeInput): boolean {
  const known = asked.get(input.endpoints) ?? new Map<string, boolean>();
  asked.set(input.endpoints, known);
  let answer = known.get(name);
  if (answer === undefined) {
    answer = input.endpoints.some((endpoint) => {
      if (endpoint.method === "GET" || !endpoint.guards.some((guard) => guard.name === name && guard.verdict === "rejects")) return false;
      const trace = input.trace(endpoint.id);
      return trace !== undefined && asksForCaller({ endpoint, trace, index: createTermIndex() });
    });
    known.set(name, answer);
  }
  return answer;
}
