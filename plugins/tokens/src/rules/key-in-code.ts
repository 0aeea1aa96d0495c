import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import type { TokenSite } from "../problem.ts";
import { reportsOf } from "../reports.ts";
import { tokenSites } from "../token-sites.ts";

const messages = {
  literal: "The key that {library} {deed} tokens with is a literal of the code: whoever reads the code can make tokens.",
  default: "The key that {library} {deed} tokens with is a literal of the code wherever the environment sets none.",
} as const;

const deeds = { verify: "verifies", issue: "issues", configure: "verifies and issues" } as const;

/** Keys of tokens that everyone who has the code has. */
export const keyInCode: Rule<typeof messages> = defineRule({
  meta: {
    id: "tokens/key-in-code",
    title: "The key of tokens is in the code",
    why: "A key that signs tokens makes any caller anybody. In the code it is in every clone, build and backup, and stays there after it was changed; a default is what a deployment that forgot to set it runs with.",
    mend: "Read the key from the environment or a secret store, without a default, so that a service that has none does not start. Change the key: the old one is known.",
    messages,
    controls: ["JWT-01"],
    owasp: ["API2"],
    cwe: [798, 321],
    severity: "high",
    confidence: "high",
    stability: "stable",
  },
  judge(input: JudgeInput) {
    return reportsOf<keyof typeof messages>(onePerKey(tokenSites(input)), "key-in-code", ({ library, does }, byDefault) => ({
      message: byDefault ? "default" : "literal",
      data: { library, deed: deeds[does] },
      ...(byDefault && { severity: "medium" }),
      showCode: false,
      note: "the key that is given here is a literal",
    }));
  },
});

/** The first place at which a key is used: what issues and verifies with one key has one problem. */
function onePerKey(sites: readonly TokenSite[]): readonly TokenSite[] {
  const seen = new Set<string>();
  return sites.filter(({ problems }) => {
    const key = problems.find(({ kind }) => kind === "key-in-code")?.same;
    return key === undefined || (!seen.has(key) && seen.add(key));
  });
}
