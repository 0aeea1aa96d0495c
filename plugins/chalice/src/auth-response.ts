import { constant, knownText, render, unknown, type NativeCall, type Value } from "@muster/python";

/** Whether what an authorizer answered lets its caller use the path and method at hand: True, False, or not known. */
export function allows(call: NativeCall): Value {
  const [response, path, method] = [call.get(0), call.get(1), knownText(call.get(2))];
  const options = response?.kind === "union" ? response.options : response ? [response] : [];
  const verdicts = new Set(options.map((option) => verdictOf(option, path ? render(path, (hole) => `{${nameOfHole(hole)}}`) : "", method)));
  const [only] = verdicts;
  return verdicts.size === 1 && only !== undefined ? constant(only) : unknown("what the authorizer answers is not known", call.place);
}

function nameOfHole(hole: Value): string {
  return hole.kind === "symbolic" && hole.term.kind === "input" ? hole.term.name : "";
}

function verdictOf(response: Value, path: string, method: string | undefined): boolean | undefined {
  if (response.kind === "const" && response.value === null) return false;
  if (response.kind !== "instance" || !response.class.mro.some((cls) => cls.name === "chalice.app.AuthResponse")) return undefined;
  const routes = response.attributes.get("routes");
  if (routes?.kind !== "list" && routes?.kind !== "tuple") return undefined;
  let sure = routes.open === undefined;
  for (const { value, when } of routes.items) {
    const matched = matches(value, path, method);
    if (matched === true && when === undefined) return true;
    if (matched !== false) sure = false;
  }
  return sure ? false : undefined;
}

/** One entry: a path with `*` for anything, or an `AuthRoute` of a path and methods. */
function matches(route: Value, path: string, method: string | undefined): boolean | undefined {
  if (route.kind === "instance") {
    const [own, methods] = [route.attributes.get("path"), route.attributes.get("methods")];
    const pathMatches = own && matches(own, path, method);
    if (pathMatches !== true || (methods?.kind !== "list" && methods?.kind !== "tuple")) return pathMatches === true ? undefined : pathMatches;
    const named = methods.items.map((item) => knownText(item.value));
    if (named.includes("*") || (method !== undefined && named.includes(method))) return true;
    return method === undefined || named.includes(undefined) ? undefined : false;
  }
  const text = knownText(route);
  // A bound for expressions that someone else wrote.
  if (text === undefined || text.length > 200 || text.split("*").length > 6) return undefined;
  const pattern = new RegExp(`^${text.replaceAll(/[.+?^$()|[\]\\]/g, "\\$&").replaceAll(/[{}]/g, "\\$&").replaceAll("*", ".*")}$`);
  if (pattern.test(path)) return true;
  // A parameter in the path may be what the entry names.
  return path.includes("{") && !text.includes("*") ? undefined : false;
}
