import { eventsAfter, isTokenGood, type EventFilter, type StoreEvent } from "@muster/store";
import type { ApiContext } from "../context.ts";
import type { Domain } from "./domain.ts";
import { InputError } from "./errors.ts";
import { isGiven } from "./given.ts";

/** What happens, as it happens. A cursor tells where to go on after a connection broke: nothing is told twice or lost. */
export function addSubscriptions({ builder, refs }: Domain): void {
  const scanEvent = builder.objectRef<StoreEvent>("ScanEvent").implement({
    fields: (t) => ({ cursor: t.string({ resolve: ({ id }) => String(id) }), scan: t.field({ type: refs.scan, nullable: true, resolve: ({ scan }, args, { scans }) => (scan === undefined ? undefined : scans.clear(scan).load(scan)) }) }),
  });
  const findingEvent = builder.objectRef<StoreEvent>("FindingEvent").implement({
    fields: (t) => ({
      cursor: t.string({ resolve: ({ id }) => String(id) }),
      repository: t.field({ type: refs.repository, nullable: true, resolve: ({ repository }, args, { repositories }) => repositories.load(repository) }),
      scan: t.field({ type: refs.scan, nullable: true, resolve: ({ scan }, args, { scans }) => (scan === undefined ? undefined : scans.load(scan)) }),
      fingerprints: t.stringList({ description: "Of what no scan of the repository had found before.", resolve: ({ detail }) => (detail["fingerprints"] as readonly string[]).map(String) }),
    }),
  });
  builder.subscriptionFields((t) => ({
    scanProgress: t.field({
      type: scanEvent,
      args: { scan: t.arg.globalID({ for: [refs.scan] }), repository: t.arg.globalID({ for: [refs.repository] }), after: t.arg.string({ description: "Cursor of the last event that was received." }) },
      subscribe: (_, { scan, repository, after }, context) => follow(context, { kinds: ["scan", "progress"], ...(isGiven(scan) && { scan: Number(scan.id) }), ...(isGiven(repository) && { repository: Number(repository.id) }) }, after),
      resolve: (event) => event,
    }),
    newFindings: t.field({
      type: findingEvent,
      args: { repository: t.arg.globalID({ for: [refs.repository] }), after: t.arg.string({ description: "Cursor of the last event that was received." }) },
      subscribe: (_, { repository, after }, context) => follow(context, { kinds: ["findings"], ...(isGiven(repository) && { repository: Number(repository.id) }) }, after),
      resolve: (event) => event,
    }),
  }));
}

const batch = 100;

/** Events after one, without end. Whoever leaves is left at once, though nothing happens. */
function follow(context: ApiContext, filter: EventFilter, after: string | null | undefined): AsyncGenerator<StoreEvent, void> {
  if (isGiven(after) && !/^\d{1,15}$/u.test(after)) throw new InputError("That is no cursor of an event.");
  const left = new AbortController();
  const events = read(context, filter, isGiven(after) ? Number(after) : undefined, left.signal);
  const leave = events.return.bind(events);
  return Object.assign(events, {
    return: (): Promise<IteratorResult<StoreEvent, void>> => {
      left.abort();
      return leave();
    },
  });
}

/** Reads on only when the subscriber took what was read: one that is slow holds nothing up, and no memory. Ends with his token. */
async function* read({ bearer, services, run }: ApiContext, filter: EventFilter, after: number | undefined, signal: AbortSignal): AsyncGenerator<StoreEvent, void> {
  let last = after ?? (await services.feed.last());
  while (!signal.aborted) {
    const newest = await services.feed.last();
    const events = await run(async (rows) => ((await isTokenGood(rows, bearer.token)) ? eventsAfter(rows, last, filter, batch) : undefined));
    if (events === undefined) return;
    for (const event of events) yield event;
    const read = events.at(-1)?.id ?? last;
    // A whole batch: there may be more of before the newest.
    last = events.length === batch ? read : Math.max(newest, read);
    if (events.length < batch) await services.feed.after(last, signal);
  }
}
