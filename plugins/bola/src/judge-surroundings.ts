import type { Condition, HandlerTrace } from "@muster/contract";
import { allOf, noTie, oneOf } from "./tie.ts";
import type { Tie } from "./tie.ts";

/**
 * What guards and middleware around a handler say of object and caller: on each of their ways to the handler conditions are in force, and
 * on every one of them something has to tie. `judge` tells what one condition says.
 */
export function judgeSurroundings({ around }: HandlerTrace, judge: (condition: Condition) => Tie): Tie {
  return allOf((around ?? []).map(({ trace }) => (trace ? judgeWays(trace, judge) : noTie)));
}

function judgeWays({ events }: HandlerTrace, judge: (condition: Condition) => Tie): Tie {
  const ways = events.flatMap((event) => (event.kind === "call" && event.call.callee.kind === "symbol" && event.call.callee.name === "muster.handler" ? [event] : []));
  const [first] = ways;
  if (!first) return noTie;
  const tie = oneOf(ways.map(({ under }) => allOf(under.map(judge))), { span: first.span, term: first.call });
  // A layer that ties on some of its ways is no check that the handler has on some of its own.
  return tie.kind === "none" || tie.kind === "never" ? noTie : tie;
}
