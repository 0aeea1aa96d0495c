import type { HandlerTrace, Span, Step, Term, TraceEvent, TraceExit } from "@muster/contract";

/** Something on the way of a request that counts it. */
export interface Limit {
  /** `slowapi`, or the code of the repository. */
  readonly by: string;
  /** As it is written; undefined where it is not known. */
  readonly rate?: string;
  /** Whose requests are counted. */
  readonly whom: "everyone" | "anonymous";
  /** Hangs on conditions that evaluation could not decide. */
  readonly conditional: boolean;
  readonly span: Span;
}

/** What is known of one way. */
export interface LimitsOnWay {
  readonly limits: readonly Limit[];
  /** Where a library is told to leave this way out. */
  readonly exempt?: Span;
  /** What may count requests, by its name, and could not be followed. */
  readonly doubts: readonly Step[];
  /** The way could not be followed to its end. */
  readonly lost: readonly Step[];
}

/** What may count requests, by its name: a reason to doubt, and no more. */
const namesLimits = /rate_?limit|throttl|limiter/i;

/** What limits the requests of one endpoint: libraries by what they do, and code of the repository by its answer 429. */
export function limitsOnWay(trace: HandlerTrace): LimitsOnWay {
  const around = trace.around ?? [];
  const parts = [trace, ...around.flatMap((one) => one.trace ?? [])];
  const doubts = [
    ...around.filter((one) => one.trace === undefined && namesLimits.test(one.name)).map(({ name, span }) => ({ span, note: `${name} could not be followed` })),
    ...parts.flatMap(({ events }) => events.flatMap(outsideLimiter)),
  ];
  const noted = parts.flatMap(({ events }) => events.flatMap(limitedBy));
  const exempt = noted.find(({ whom }) => whom === "nobody");
  const limits = noted.flatMap(({ whom, ...limit }): Limit[] => (whom === "nobody" ? [] : [{ ...limit, whom }]));
  const answers = parts.flatMap(({ events, exits }) => [...exits.flatMap(ownLimit), ...[...exits, ...events].flatMap(passedLimit)]);
  return { limits: [...limits, ...answers.slice(0, 1)], ...(exempt && { exempt: exempt.span }), doubts, lost: trace.complete ? [] : trace.lost };
}

function limitedBy(event: TraceEvent): (Omit<Limit, "whom"> & { readonly whom: Limit["whom"] | "nobody" })[] {
  if (event.kind !== "call" || event.call.callee.kind !== "symbol" || event.call.callee.name !== "muster.limited") return [];
  const [library, rate, whom] = event.call.args;
  const text = rate && textOf(rate);
  const named = whom?.kind === "const" && typeof whom.value === "string" ? whom.value : "everyone";
  return [{ by: (library && textOf(library)) ?? "a library", whom: named === "nobody" || named === "anonymous" ? named : "everyone", conditional: event.under.length > 0, span: event.span, ...(text !== undefined && { rate: text }) }];
}

/** A call out of the repository that is named like a limiter. */
function outsideLimiter(event: TraceEvent): Step[] {
  if (event.kind !== "call") return [];
  const { callee } = event.call;
  const name = callee.kind === "symbol" ? callee.name : callee.kind === "attribute" ? `${callee.of.kind === "symbol" ? callee.of.name : callee.of.kind === "call" && callee.of.callee.kind === "symbol" ? callee.of.callee.name : ""}.${callee.name}` : "";
  return name !== "muster.limited" && namesLimits.test(name) ? [{ span: event.span, note: `${name} could not be followed` }] : [];
}

/** `Too Many Requests`, answered where a condition says so. */
function ownLimit(exit: TraceExit): Limit[] {
  return exit.status === 429 ? [{ by: "code of the repository", whom: "everyone", conditional: false, span: exit.span }] : [];
}

/** The way goes on only where it was not answered so: in a dependency, or in a function that the handler calls. */
function passedLimit({ under }: Pick<TraceExit, "under">): Limit[] {
  return under.flatMap(({ otherwise }) => (otherwise?.status === 429 ? [{ by: "code of the repository", whom: "everyone" as const, conditional: false, span: otherwise.span }] : []));
}

function textOf(term: Term): string | undefined {
  if (term.kind === "const") return typeof term.value === "string" ? term.value : undefined;
  if (term.kind !== "template") return undefined;
  const parts = term.parts.map((part) => (part.kind === "const" ? String(part.value) : undefined));
  return parts.includes(undefined) ? undefined : parts.join("");
}
