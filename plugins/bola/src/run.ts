import type { Endpoint, HandlerTrace } from "@muster/contract";
import { findMutations } from "./mutations/find-mutations.ts";
import type { Mutation } from "./mutations/mutation.ts";
import type { Ownership } from "./ownership/ownership.ts";
import { createTermIndex } from "./term-index.ts";
import type { TermIndex } from "./term-index.ts";

/** One endpoint's symbolic run, as everything here looks at it. */
export interface Run {
  readonly endpoint: Endpoint;
  readonly trace: HandlerTrace;
  readonly index: TermIndex;
  /** What the data models say of whose their objects are. */
  readonly ownership: Ownership;
  readonly mutations: readonly Mutation[];
  /** Indexes of the events that mutate. */
  readonly mutating: ReadonlySet<number>;
}

export function runOf(endpoint: Endpoint, trace: HandlerTrace, ownership: Ownership): Run {
  const mutations = findMutations(trace);
  return { endpoint, trace, ownership, index: createTermIndex(), mutations, mutating: new Set(mutations.map((mutation) => mutation.event.index)) };
}
