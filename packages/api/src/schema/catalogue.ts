import { controlCatalogue, type Mapping } from "@muster/contract";
import { listRules } from "@muster/store";
import type { Domain } from "./domain.ts";

/** What is looked for: controls, rules, plugins. */
export function addCatalogue({ builder, refs, enums }: Domain): void {
  const mapping = builder.objectRef<Mapping<string | number>>("Mapping").implement({
    description: "What a control is mapped to, and why.",
    fields: (t) => ({ id: t.string({ resolve: ({ id }) => String(id) }), why: t.exposeString("why") }),
  });
  builder.objectType(refs.control, {
    fields: (t) => ({
      key: t.exposeString("id"),
      statement: t.exposeString("statement"),
      scope: t.exposeString("scope"),
      owasp: t.field({ type: [mapping], resolve: ({ owasp }) => [...owasp] }),
      cwe: t.field({ type: [mapping], resolve: ({ cwe }) => [...cwe] }),
      criteria: t.field({ type: [mapping], resolve: ({ criteria }) => [...criteria] }),
    }),
  });
  builder.objectType(refs.controlResult, {
    description: "One control on one endpoint, or on a repository.",
    fields: (t) => ({
      control: t.exposeString("control"),
      status: t.field({ type: enums.controlStatus, resolve: ({ status }) => status }),
      reason: t.exposeString("reason"),
      span: t.field({ type: refs.span, nullable: true, resolve: ({ span }) => span }),
      proof: t.field({ type: [refs.step], resolve: ({ proof }) => [...proof] }),
    }),
  });
  builder.objectType(refs.controlTotals, {
    description: "What a control came to in one scan.",
    fields: (t) => ({
      control: t.exposeString("control"),
      passed: t.exposeInt("passed"),
      failed: t.exposeInt("failed"),
      notApplicable: t.exposeInt("notApplicable"),
      indeterminate: t.exposeInt("indeterminate"),
      errors: t.exposeInt("errors"),
      results: t.field({ type: [refs.controlResult], description: "Those that are of the repository as a whole.", resolve: ({ results }) => [...results] }),
    }),
  });
  builder.objectType(refs.rule, {
    fields: (t) => ({
      key: t.exposeString("id"),
      title: t.exposeString("title"),
      why: t.exposeString("why"),
      mend: t.exposeString("mend"),
      controls: t.stringList({ resolve: ({ controls }) => [...controls] }),
      owasp: t.stringList({ resolve: ({ owasp }) => [...owasp] }),
      cwe: t.intList({ resolve: ({ cwe }) => [...cwe] }),
      severity: t.field({ type: enums.severity, resolve: ({ severity }) => severity }),
    }),
  });
  builder.objectType(refs.attributeDeclaration, {
    description: "An attribute that a plugin may give to endpoints or findings.",
    fields: (t) => ({ name: t.exposeString("name"), type: t.field({ type: enums.attributeType, resolve: ({ type }) => type }), title: t.exposeString("title") }),
  });
  builder.objectType(refs.pluginVersion, { description: "A plugin that a scan was made with.", fields: (t) => ({ name: t.exposeString("name"), version: t.exposeString("version") }) });
  builder.objectType(refs.plugin, {
    description: "A plugin that the service scans with.",
    fields: (t) => ({
      name: t.exposeString("name"),
      version: t.exposeString("version"),
      builtin: t.exposeBoolean("builtin", { description: "Whether it comes with Muster; others are the operator's." }),
      frameworks: t.stringList({ resolve: ({ frameworks }) => [...frameworks] }),
      rules: t.field({ type: [refs.rule], resolve: ({ rules }) => [...rules] }),
      attributes: t.field({ type: [refs.attributeDeclaration], resolve: ({ attributes }) => [...attributes] }),
    }),
  });
  builder.queryFields((t) => ({
    version: t.string({ description: "Of Muster.", resolve: (_, args, { services }) => services.version }),
    plugins: t.field({ type: [refs.plugin], description: "What this service scans with.", resolve: (_, args, { services }) => [...services.plugins] }),
    controls: t.field({ type: [refs.control], resolve: () => [...controlCatalogue] }),
    rules: t.field({ type: [refs.rule], description: "Every rule that a scan of this tenant ran.", resolve: async (_, args, { read }) => [...(await read(listRules))] }),
  }));
}
