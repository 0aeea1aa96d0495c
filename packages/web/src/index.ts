export { mayConcernCaller } from "./concerns-caller.ts";
export { nameOf } from "./name-of.ts";
export { reasonOf } from "./unknown-reason.ts";
