import type { Endpoint, Term } from "@muster/contract";
import { isChanged, isRequest } from "./given-values.ts";
import { namesActor } from "./names-actor.ts";
import type { Scene } from "./scene.ts";
import { calledName, reaches } from "./term.ts";

const ownPath = /(?:^|\/)(?:me|self|my|own|profile|account|password|session|logout|settings|preferences)(?:\/|$)/;
const idName = /(?:^|_)(?:ids?|uuids?|slugs?|keys?|names?|codes?)$/i;
/** Numbers that a change leaves behind say how many, not which. */
const counts = new Set(["rowcount", "deleted_count", "modified_count", "matched_count"]);


/** Whether the written text tells which object was touched: its id from the path, a record found by it, or, without such an id, what else the request chose. */
export function namesObject(content: readonly Term[], scene: Scene): boolean {
  if (scene.kind === "receiver") return content.some((term) => reaches(term, isChanged));
  const { endpoint } = scene;
  if (scene.kind === "around" && content.some((term) => namesPath(term, endpoint))) return true;
  const chosen = endpoint.parameters.filter((parameter) => parameter.in !== "header" && parameter.in !== "cookie");
  const byPath = chosen.some((parameter) => parameter.in === "path") || endpoint.path.includes("{");
  if (chosen.length === 0 && !byPath && !ownPath.test(endpoint.path)) return true;
  const parts = content.filter((term) => !isCount(term));
  if (byPath) return parts.some((term) => reaches(term, (part) => part.kind === "input" && identifies(part, endpoint)));
  if (parts.some((term) => reaches(term, isChosen))) return true;
  // A caller who changes its own account is actor and object at once.
  return (ownPath.test(endpoint.path) || !chosen.some((parameter) => idName.test(parameter.name))) && namesActor(content, scene);
}

const pathNames = new Set(["path", "full_path", "path_info", "raw_path", "url", "uri", "path_params", "view_args", "kwargs", "resolver_match", "match_info"]);

/** The path that was asked for, which holds the object's id: `request.url.path`, or the path itself where nothing in it varies. */
function namesPath(term: Term, { path }: Endpoint): boolean {
  return reaches(term, (part) => {
    if (part.kind === "attribute") return pathNames.has(part.name) && reaches(part.of, isRequest);
    if (part.kind === "call") return calledName(part) === "get_full_path" && reaches(part.callee, isRequest);
    return part.kind === "const" && part.value === path;
  });
}

/** In `/teams/{team}/members/{member}` it is the last parameter that tells which object. A lone one may go by another name in the code. */
function identifies({ source, name }: Term & { readonly kind: "input" }, endpoint: Endpoint): boolean {
  const inPath = [...endpoint.path.matchAll(/\{([^}:]+)/g)].map((match) => match[1]);
  if (name === inPath.at(-1)) return true;
  return source === "path" && (inPath.length < 2 || name === "*" || !inPath.includes(name));
}

function isChosen(term: Term): boolean {
  return (term.kind === "input" && (term.source === "body" || term.source === "query" || term.source === "form")) || (term.kind === "attribute" && term.name !== "state" && isRequestBody(term));
}

/** What is read from the request itself, other than who sent it. */
function isRequestBody(term: Term & { readonly kind: "attribute" }): boolean {
  return ["json", "form", "body", "query_params", "path_params"].includes(term.name) && term.of.kind === "input" && term.of.source === "request";
}

function isCount(term: Term): boolean {
  return (term.kind === "attribute" && counts.has(term.name)) || (term.kind === "call" && term.callee.kind === "symbol" && term.callee.name === "len");
}
