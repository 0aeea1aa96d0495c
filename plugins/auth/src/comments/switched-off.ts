import type { Endpoint, JudgeInput, Span } from "@muster/contract";
import { exposedEndpoints } from "../exposed-endpoints.ts";
import { asCommentedCode, type CommentedCode } from "./commented-guard.ts";
import { commentsExtractor } from "./extractor.ts";

/** A guard in a comment beside an endpoint that is open without it. */
export interface SwitchedOff {
  readonly endpoint: Endpoint;
  readonly name: string;
  readonly span: Span;
  /** An endpoint that the same guard protects, where there is one. */
  readonly protects?: Endpoint;
}

/** Guards of libraries, by the names that they are imported under. */
const libraries: ReadonlySet<string> = new Set([
  "login_required", "jwt_required", "fresh_jwt_required", "auth_required", "token_required", "roles_required", "roles_accepted", "permission_required", "permissions_required", "user_passes_test", "staff_member_required",
  "requires_auth", "requires", "authenticated", "has_access", "protect", "IsAuthenticated", "IsAdminUser", "IsAuthenticatedOrReadOnly", "DjangoModelPermissions", "JWTAuth", "HTTPBearer", "get_current_user", "get_current_active_user", "current_active_user", "verify_token",
]);

/** How far above a handler, and below its first line, a comment still speaks of it. */
const [above, below] = [6, 12];

export function switchedOff(input: JudgeInput): readonly SwitchedOff[] {
  const comments = new Map(input.facts(commentsExtractor.name).map(({ path, fact }) => [path, asCommentedCode(fact)]));
  if (comments.size === 0) return [];
  const proved = provedGuards(input);
  const handlers = linesOfHandlers(input);
  return exposedEndpoints(input).flatMap((endpoint): SwitchedOff[] => {
    const { span } = endpoint.handler;
    for (const code of comments.get(span.path) ?? []) {
      const name = code.names.find((one) => proved.has(one) || libraries.has(one));
      if (name === undefined || !speaksOf(code, endpoint, handlers.get(span.path) ?? [])) continue;
      const protects = proved.get(name);
      return [{ endpoint, name, span: { path: span.path, line: code.line, column: code.column, endLine: code.line, endColumn: code.endColumn }, ...(protects && { protects }) }];
    }
    return [];
  });
}

/** Names of guards that were seen to reject, each with an endpoint that it protects. */
function provedGuards({ endpoints }: JudgeInput): ReadonlyMap<string, Endpoint> {
  const out = new Map<string, Endpoint>();
  for (const endpoint of endpoints) {
    for (const { name, verdict, via } of endpoint.guards) {
      const last = name.split(".").at(-1) ?? "";
      if (verdict === "rejects" && via !== "inline" && via !== "decorator" && !out.has(last)) out.set(last, endpoint);
    }
  }
  return out;
}

function linesOfHandlers({ endpoints }: JudgeInput): ReadonlyMap<string, readonly number[]> {
  const out = new Map<string, Set<number>>();
  for (const { handler } of endpoints) out.set(handler.span.path, (out.get(handler.span.path) ?? new Set()).add(handler.span.line));
  return new Map([...out].map(([path, lines]) => [path, [...lines].sort((a, b) => a - b)]));
}

/** A comment speaks of the handler that it stands just above of, among its decorators, or of the one in whose first lines it stands. */
function speaksOf({ line }: CommentedCode, { handler, span }: Endpoint, lines: readonly number[]): boolean {
  const start = handler.span.line;
  const first = span.path === handler.span.path && span.line <= start && start - span.line <= above ? span.line : start;
  if (line <= start) return line >= first - above && !lines.some((other) => other < start && other >= line);
  return line <= start + below && !lines.some((other) => other > start && other - above <= line);
}
