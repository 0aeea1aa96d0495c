import type { Endpoint, JudgeInput, Span, Step } from "@muster/contract";
import { gateway, gatewayLimitsOf } from "./gateway/extractor.ts";
import { limitsOnWay, type Limit, type LimitsOnWay } from "./limits-on-way.ts";
import { limiterNames } from "./names-extractor.ts";
import { readOptions } from "./options.ts";
import { perMinute } from "./rate.ts";
import { sensitiveFlow, type SensitiveFlow } from "./sensitive-flow.ts";

/** What limits the requests of one endpoint. */
export type Judgement = { readonly flow?: SensitiveFlow | undefined; readonly proof: readonly Step[] } & (
  | { readonly kind: "not-applicable"; readonly reason: string }
  | { readonly kind: "limited"; readonly by: string }
  /** A sensitive flow that is limited no more than anything else. */
  | { readonly kind: "loose"; readonly by: string; readonly rate: string }
  | { readonly kind: "exempt" }
  /** `elsewhere`: nothing in the repository limits anything, so a gateway outside of it may. */
  | { readonly kind: "unlimited"; readonly elsewhere: boolean }
  | { readonly kind: "undecided"; readonly reason: string }
);

/** Ways that are followed for one scan: what lies beyond is not decided. */
const mostWays = 2_000;

const kept = new WeakMap<readonly Endpoint[], Map<string, Judgement>>();

/** Judges an endpoint once for all who ask. */
export function judgeEndpoint(input: JudgeInput, endpoint: Endpoint): Judgement {
  let known = kept.get(input.endpoints);
  if (!known) kept.set(input.endpoints, (known = judgeAll(input)));
  return known.get(endpoint.id) ?? { kind: "undecided", reason: "it is not in the inventory", proof: [] };
}

function judgeAll(input: JudgeInput): Map<string, Judgement> {
  const options = readOptions(input.options);
  // Where no file names a limit, no way leads to one.
  const mayLimit = input.facts(limiterNames.name).length > 0;
  const atGateway = input.facts(gateway.name).flatMap(({ path, fact }) => gatewayLimitsOf(fact).map((limit) => ({ ...limit, span: { path, line: limit.line, column: limit.column, endLine: limit.line, endColumn: limit.endColumn } })));
  const gets = new Set(input.endpoints.filter(({ method }) => method === "GET").map(({ application, path }) => `${application} ${path}`));
  const onWays = new Map<string, LimitsOnWay>();
  for (const endpoint of mayLimit ? input.endpoints.filter(isServed).slice(0, mostWays) : []) {
    const trace = input.trace(endpoint.id);
    if (trace) onWays.set(endpoint.id, limitsOnWay(trace));
  }
  const limitsAnything = declaresLimits(input, onWays);
  return new Map(
    input.endpoints.map((endpoint): [string, Judgement] => {
      if (!isServed(endpoint) || (endpoint.method === "HEAD" && gets.has(`${endpoint.application} ${endpoint.path}`))) return [endpoint.id, { kind: "not-applicable", reason: `${endpoint.method} is answered by the framework, or as the GET beside it is.`, proof: [] }];
      const flow = sensitiveFlow(endpoint);
      const way = onWays.get(endpoint.id);
      const whole = way?.limits.filter((limit) => countsFor(limit, endpoint)) ?? [];
      if (way?.exempt) return [endpoint.id, { kind: "exempt", flow, proof: [{ span: way.exempt, note: "the limiter is told to leave it out" }] }];
      const certain = whole.filter((limit) => !limit.conditional);
      if (certain.length > 0) return [endpoint.id, { ...strictness(certain, flow, options.strictPerMinute), flow, proof: certain.map(stepTo) }];
      if (options.gateway !== undefined) return [endpoint.id, { kind: "limited", by: `${options.gateway} (by the configuration, and not looked into)`, flow, proof: [] }];
      const covering = atGateway.filter((limit) => limit.prefix !== undefined && isBelow(endpoint.path, limit.prefix));
      if (covering[0]) return [endpoint.id, { kind: "limited", by: `${covering[0].of}, for ${covering[0].prefix}`, flow, proof: covering.map(({ span, what }) => ({ span, note: `\`${what}\`` })) }];
      if (whole[0]) return [endpoint.id, { kind: "undecided", reason: `whether ${whole[0].by} limits it depends on a condition that evaluation cannot decide`, flow, proof: whole.map(stepTo) }];
      if (atGateway[0]) return [endpoint.id, { kind: "undecided", reason: `${atGateway[0].of} limits requests at ${atGateway[0].span.path}:${atGateway[0].line}, and whether it stands before this path is not followed`, flow, proof: atGateway.slice(0, 5).map(({ span, what }) => ({ span, note: `\`${what}\`` })) }];
      const [doubt] = way?.doubts ?? [];
      if (way && doubt) return [endpoint.id, { kind: "undecided", reason: doubt.note, flow, proof: way.doubts.slice(0, 5) }];
      if (mayLimit && !way) return [endpoint.id, { kind: "undecided", reason: "its way was not followed", flow, proof: [] }];
      if (way && way.lost.length > 0 && limitsAnything) return [endpoint.id, { kind: "undecided", reason: "its way could not be followed to its end", flow, proof: way.lost.slice(0, 5) }];
      return [endpoint.id, { kind: "unlimited", elsewhere: !limitsAnything, flow, proof: [{ span: endpoint.span, note: "nothing on the way from here counts requests" }] }];
    }),
  );
}

/**
 * Whether limits are the repository's business: sign-ins are limited, or more than a few ways. One view with a throttle, or one handler that answers
 * 429, has a quota of its own to keep, and says nothing of the others.
 */
function declaresLimits(input: JudgeInput, ways: ReadonlyMap<string, LimitsOnWay>): boolean {
  const limited = input.endpoints.filter(({ id }) => (ways.get(id)?.limits.length ?? 0) > 0);
  return limited.some((endpoint) => sensitiveFlow(endpoint) !== undefined) || (limited.length > 0 && limited.length * 5 >= ways.size);
}

function isServed({ method }: Endpoint): boolean {
  return method !== "OPTIONS" && method !== "WEBSOCKET";
}

/** Who is signed in is not counted by what counts the anonymous. */
function countsFor({ whom }: Limit, { posture }: Endpoint): boolean {
  return whom === "everyone" || posture === "public";
}

function strictness(limits: readonly Limit[], flow: SensitiveFlow | undefined, strict: number): Pick<Judgement & { kind: "limited" }, "kind" | "by"> | { readonly kind: "loose"; readonly by: string; readonly rate: string } {
  const [first] = limits;
  const by = first?.by ?? "";
  const rates = limits.flatMap(({ rate }) => (rate === undefined ? [] : [{ rate, count: perMinute(rate) }]));
  if (flow === undefined || rates.length < limits.length || rates.some(({ count }) => count === undefined)) return { kind: "limited", by: named(by, rates[0]?.rate) };
  const strictest = rates.toSorted((a, b) => (a.count ?? 0) - (b.count ?? 0))[0];
  return strictest && (strictest.count ?? 0) > strict ? { kind: "loose", by, rate: strictest.rate } : { kind: "limited", by: named(by, strictest?.rate) };
}

function named(by: string, rate: string | undefined): string {
  return rate === undefined ? by : `${by} (${rate})`;
}

function isBelow(path: string, prefix: string): boolean {
  return prefix === "/" || path === prefix || path.startsWith(prefix.endsWith("/") ? prefix : `${prefix}/`);
}

function stepTo({ by, rate, span }: Limit): { readonly span: Span; readonly note: string } {
  return { span, note: `${named(by, rate)} counts requests here` };
}
