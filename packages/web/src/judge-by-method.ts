import type { EndpointJudgement } from "@muster/python";

/** Methods by which something is asked of a handler. OPTIONS asks what may be asked, and HEAD is the GET without its body (RFC 9110 §9.3). */
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/**
 * Judges a handler that takes every method by one at a time: one that answers OPTIONS to everybody, and nothing else, is
 * protected. What counts is the method that guards least. `judge` answers undefined for a method that nobody may use;
 * undefined where that is so for all.
 */
export function judgeByMethod(judge: (method: string) => EndpointJudgement | undefined): EndpointJudgement | undefined {
  let least: EndpointJudgement | undefined;
  for (const method of methods) {
    const judged = judge(method);
    if (judged && (!least || exposure[judged.posture] > exposure[least.posture])) least = judged;
    // Nothing guards less.
    if (judged?.posture === "public") break;
  }
  return least;
}

const exposure: Readonly<Record<EndpointJudgement["posture"], number>> = { protected: 0, unknown: 1, public: 2 };
