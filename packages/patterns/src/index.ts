export { crc32Base62 } from "./checksum.ts";
export { type CompiledPattern, type Engine, type EngineChoice, loadEngine, type PatternHit } from "./engine.ts";
export { entropy } from "./entropy.ts";
export { type KeywordAutomaton, keywordAutomaton, type KeywordHits } from "./keyword-automaton.ts";
export { nativeFolderIn } from "./native-folder.ts";
export { PatternError } from "./pattern-error.ts";
export type { Neighbour, PatternRule, PatternScope } from "./pattern-rule.ts";
export { type Readable, readableBytes } from "./readable-bytes.ts";
export { type Allowance, allowanceFor, compileRules, type RuleMatch, type RuleScan, type RuleSet, verifyRules } from "./rule-set.ts";
