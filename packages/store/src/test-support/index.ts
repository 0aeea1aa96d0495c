export { emptyDatabase, onEachEngine, openTestDatabase, type TestDatabase, type TestEngine } from "./databases.ts";
export { sampleResult, type SampleRequest } from "./sample-result.ts";
