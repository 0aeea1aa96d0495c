import type { Term } from "@muster/contract";

const idName = /^(?:id|ids|pk|pks|uid|uuid|guid|slug)$|_(?:id|ids|pk|pks|uid|uuid|guid|slug)$|[a-z](?:Id|Ids|ID|IDs)$/;
const pathMappings = new Set(["path_params", "view_args", "match_info", "matchdict"]);

/**
 * True for a term that is an object id which the caller chose: any path parameter, and query, form and body values
 * whose name says that they are an id. A body as a whole is no id.
 */
export function isObjectKey(term: Term): boolean {
  switch (term.kind) {
    case "input":
      return term.source === "path" || (carriesIds(term.source) && idName.test(term.name));
    case "attribute":
      return idName.test(term.name) && isPayload(term.of);
    case "item":
      return isMember(term.of, term.key);
    case "call": {
      const [key] = term.args;
      return term.callee.kind === "attribute" && term.callee.name === "get" && key !== undefined && isMember(term.callee.of, key);
    }
    default:
      return false;
  }
}

/**
 * True for any single value that the caller chose. In the query that finds what is then changed, it selects, whatever
 * it is called: `User.username == body.username`.
 */
export function isSelector(term: Term): boolean {
  switch (term.kind) {
    case "input":
      return term.source === "path" || term.source === "query" || term.source === "form";
    case "attribute":
      return isPayload(term.of);
    case "item":
      return term.key.kind === "const" && isPayload(term.of);
    default:
      return isObjectKey(term);
  }
}

function carriesIds(source: string): boolean {
  return source === "query" || source === "body" || source === "form";
}

function isMember(of: Term, key: Term): boolean {
  if (key.kind !== "const" || typeof key.value !== "string") return false;
  return isPathMapping(of) || (idName.test(key.value) && isPayload(of));
}

function isPathMapping(term: Term): boolean {
  return term.kind === "attribute" && pathMappings.has(term.name) && term.of.kind === "input";
}

/** A body, form, query or request, or what is read off it: `body.items[0]`, `request.json()`, `body.model_dump()`. */
export function isPayload(term: Term): boolean {
  for (let part = term; ; ) {
    switch (part.kind) {
      case "input":
        // The session and what layers keep beside the request are inputs of it too, and nothing that its sender fills.
        return carriesIds(part.source) || (part.source === "request" && part.name === "*");
      case "attribute":
        if (part.name === "state" || part.name === "user" || part.name === "session" || part.name === "headers" || part.name === "cookies") return false;
        part = part.of;
        continue;
      case "item":
      case "element":
        part = part.of;
        continue;
      case "call":
        part = part.callee;
        continue;
      default:
        return false;
    }
  }
}
