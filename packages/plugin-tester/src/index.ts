export { FixtureError, type CaseFile, type FixtureCase } from "./cases/fixture-case.ts";
export { problemsOf } from "./conformance.ts";
export { describePlugin, describeRule, resultsOf, type PluginTestSettings } from "./describe-plugin.ts";
export { expectGolden } from "./golden/expect-golden.ts";
