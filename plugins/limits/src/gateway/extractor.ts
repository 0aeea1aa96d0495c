import type { Extractor, Json } from "@muster/contract";

/** A limit in a file of a gateway. */
export interface GatewayLimit {
  readonly of: string;
  readonly what: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The prefix of the paths that it holds for; absent where the file does not tell in a way that is followed. */
  readonly prefix?: string;
}

interface Pattern {
  readonly of: string;
  readonly line: RegExp;
  /** What else the file says. */
  readonly beside?: RegExp;
}

/** Texts of which a file with a limit has at least one. */
const hints: readonly string[] = ["limit_req", "rate-limiting", "rateLimit", "RateLimit", "ratelimit", "rate_limit", "rate-limit", "limit-rps", "limit-rpm", "hrottling", "throttle", "http_req_rate"];

const patterns: readonly Pattern[] = [
  { of: "ingress-nginx", line: /nginx\.ingress\.kubernetes\.io\/limit-(?:rps|rpm)["']?\s*:\s*["']?[1-9]/ },
  { of: "Kong", line: /^\s*-?\s*(?:name|plugin)\s*:\s*["']?rate-limiting(?:-advanced)?["']?\s*$/ },
  { of: "Traefik", line: /^\s*rateLimit\s*:\s*$/, beside: /^[ \t]*average[ \t]*:/m },
  { of: "Traefik", line: /traefik\.http\.middlewares\.[\w-]+\.ratelimit\.average[=:]/i },
  { of: "Envoy", line: /envoy\.filters\.http\.(?:local_)?ratelimit\b/ },
  { of: "API Gateway", line: /^\s*["']?(?:ThrottlingRateLimit|throttlingRateLimit|throttling_rate_limit|RateLimit|rate_limit)["']?\s*[:=]\s*["']?[1-9]/, beside: /ApiGateway|aws_api_gateway|aws_apigatewayv2|apigateway/i },
  { of: "HAProxy", line: /http_req_rate\(/, beside: /deny|tarpit|429/ },
  { of: "Azure API Management", line: /<rate-limit(?:-by-key)?\s/ },
];

const longestLine = 2_000;
const mostLimits = 100;

/** Limits of gateways whose configuration is in the repository. */
export const gateway: Extractor = {
  name: "limits/gateway",
  version: "1",
  wants: { extensions: [".conf", ".template", ".j2", ".yml", ".yaml", ".toml", ".tf", ".cfg", ".json", ".xml"], roles: ["source"], maxBytes: 1024 * 1024 },
  when: "always",
  extract({ bytes, text }) {
    if (!hints.some((hint) => bytes.includes(hint))) return undefined;
    const limits = limitsIn(text());
    return limits.length === 0 ? undefined : ({ limits } as unknown as Json);
  },
};

function limitsIn(text: string): readonly GatewayLimit[] {
  const limits: GatewayLimit[] = [];
  const blocks: string[] = [];
  for (const [index, written] of text.split(/\r\n?|\n/).entries()) {
    if (written.length > longestLine || limits.length >= mostLimits) continue;
    const line = written.replace(/(?:^|\s)#.*$/, "");
    const found = /^\s*limit_req\s+zone=/.test(line) ? { of: "nginx", ...prefixOf(blocks) } : patterns.find((pattern) => pattern.line.test(line) && (pattern.beside === undefined || pattern.beside.test(text)));
    if (found) {
      const column = line.length - line.trimStart().length + 1;
      limits.push({ of: found.of, ...("prefix" in found && { prefix: found.prefix as string }), what: line.trim().slice(0, 120), line: index + 1, column, endColumn: Math.max(column + 1, line.trimEnd().length + 1) });
    }
    track(blocks, line);
  }
  return limits;
}

/** nginx's blocks around a line: `http`, `server`, `location /api/`. */
function track(blocks: string[], line: string): void {
  let rest = line;
  for (let at = rest.search(/[{}]/); at >= 0; at = rest.search(/[{}]/)) {
    if (rest[at] === "{") blocks.push(rest.slice(0, at).trim().slice(0, 200));
    else blocks.pop();
    if (blocks.length > 50) blocks.length = 0;
    rest = rest.slice(at + 1);
  }
}

/** A limit outside of any location holds for all; in one by prefix for what begins so. Other locations are not followed. */
function prefixOf(blocks: readonly string[]): { readonly prefix?: string } {
  const locations = blocks.filter((block) => block.startsWith("location"));
  if (locations.length === 0) return { prefix: "/" };
  const match = /^location\s+(?:\^~\s+|=\s+)?(\/\S*)$/.exec(locations.at(-1) ?? "");
  return match?.[1] === undefined ? {} : { prefix: match[1] };
}

/** The edge at which a stored fact becomes limits again. */
export function gatewayLimitsOf(fact: Json): readonly GatewayLimit[] {
  return (fact as unknown as { readonly limits: readonly GatewayLimit[] }).limits;
}
