import type { Term, TraceEvent } from "@muster/contract";
import { calledName } from "./query-methods.ts";
import type { TermIndex } from "./term-index.ts";

/** Numbers that everybody's doings add up to, by the names that code gives them. */
const tally = /^(?:\w+_)?(?:score|karma|rating|popularity|votes?|upvotes?|downvotes?|likes?|dislikes?|views?|hits|plays|downloads|shares|clicks|stars|reads|visits|impressions|reactions|followers)(?:_?(?:count|counter|total|sum|average|avg))?$/i;

/** True for a change of nothing but what is counted of an object, to a number that nobody sent: to vote for it is everyone's, whosever it is. */
export function isTally(event: TraceEvent, index: TermIndex): boolean {
  const counts = (name: string, value: Term): boolean => tally.test(name) && !index.of(value).chosen;
  if (event.kind === "set-attribute") return counts(event.name, event.value);
  if (event.kind !== "call" || !/^a?update$/.test(calledName(event.call))) return false;
  const { args, keywords } = event.call;
  const changed = [...keywords, ...args.flatMap((arg) => (arg.kind === "dict" ? arg.entries.map(({ key, value }) => ({ name: key.kind === "const" ? String(key.value) : "", value })) : [{ name: "", value: arg }]))];
  return changed.length > 0 && changed.every(({ name, value }) => counts(name, value));
}
