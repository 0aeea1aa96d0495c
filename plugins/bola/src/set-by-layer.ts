import type { Term } from "@muster/contract";
import { isPrincipal } from "./principal.ts";
import { walk } from "./term-index.ts";

/** What frameworks themselves keep on a request; anything else there was put there by code that ran before. */
const ofFrameworks = new Set(
  "GET POST PUT FILES META COOKIES data query_params query params form forms args raw_args values json json_body get_json body raw_body files headers cookies method path path_info path_params path_qs full_path url uri base_url root_url host host_url remote remote_addr client ip scheme content_type content_params content_length encoding charset user auth session state scope app context ctx stream media match_info matchdict matched_route matched_rdict view_args url_rule endpoint blueprint blueprints resolver_match rel_url query_string query_arguments body_arguments arguments kwargs parser_context parsers accepted_renderer accepted_media_type version version_scheme token credentials authorization environ registry root request GETS text content payload protocol transport messages csrf_processing_done urlconf site".split(" "),
);

/** The request, and what layers keep beside it: `request.state`, `flask.g`. */
function isHolder(term: Term): boolean {
  if (term.kind === "attribute") return term.name === "state" && term.of.kind === "input" && term.of.source === "request" && term.of.name === "*";
  return term.kind === "input" && term.source === "request" && (term.name === "*" || term.name === "state" || term.name === "g");
}

/**
 * What is read off the request that its framework does not keep there: `request.current_organization`, `request.event`. A layer before the handler put it
 * there, and may have asked who calls before it did.
 */
export function setByLayer(term: Term): (Term & { kind: "attribute" }) | undefined {
  const called = new Set<Term>();
  for (const part of walk(term)) {
    if (part.kind === "call") called.add(part.callee);
    if (part.kind === "attribute" && isHolder(part.of) && !isPrincipal(part) && !ofFrameworks.has(part.name) && !part.name.startsWith("_") && !called.has(part)) return part;
  }
  return undefined;
}
