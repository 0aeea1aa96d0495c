import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { driftOf } from "../drift.ts";
import { ghostsOf } from "../ghosts.ts";

const messages = { ghost: "{document} describes {methods} {path}, and {application} does not serve it." } as const;

/** Operations that a document describes and no application serves. */
export const ghostEndpoint: Rule<typeof messages> = defineRule({
  meta: {
    id: "drift/ghost-endpoint",
    title: "A documented operation that the code does not serve",
    why: "A document that lists what is gone is not kept: reviews of access approve what does not exist and miss what replaced it. Where a gateway still routes such a path, it reaches whatever answers there now.",
    mend: "Remove the operation from the document, or generate the document anew from the code. Where another service answers it, let that service's document describe it, or name the document and its application in the configuration.",
    messages,
    controls: ["INV-01"],
    owasp: ["API9"],
    cwe: [1059],
    severity: "low",
    confidence: "high",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    for (const { document, path, operations, applications } of ghostsOf(input, driftOf(input)).certain) {
      const [first] = operations;
      if (first === undefined) continue;
      const methods = operations.map(({ method }) => method);
      yield {
        message: "ghost",
        data: { document: document.path, methods: methods.join(", "), path, application: applications[0] ?? "the application" },
        span: first.span,
        symbol: path,
        identity: [...methods, path].join(" "),
        proof: operations.map(({ span, method }) => ({ span, note: `${method} ${path} is described here; every mount and route of the application was resolved, and none answers it` })),
      };
    }
  },
});
