import type { ObservedCall } from "@muster/contract";
import type { Place } from "../values/value.ts";

/** What was observed, before what is written there is looked at. */
export interface Observed extends Omit<ObservedCall, "written" | "resultKeys"> {
  readonly at: Place;
}

/** Evaluation came by a place of interest; `key` and `call` where it is one of the calls that are asked for. */
export interface WatchEvent {
  readonly at: Place;
  /** It says nothing before these modules are there. */
  readonly waits?: readonly string[];
  readonly noted?: { readonly key: string; readonly call: Observed };
}
