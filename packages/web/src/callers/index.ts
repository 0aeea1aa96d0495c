/** What conditions of a trace ask of the caller, for plugins that judge traces: types of the contract and nothing else is needed. */
export { askedBy, type Asked } from "./asks.ts";
export { roleRequirement, type RoleRequirement } from "./role-requirement.ts";
export { isCaller, TermLook } from "./terms.ts";
