const parameter = /\{([^{}]*)\}/gu;

/** A path without the names of its parameters: OpenAPI 3.1 calls paths identical that differ in nothing else. */
export function pathShape(path: string): string {
  return path.replaceAll(parameter, "{}");
}

/** Names of the parameters in a path, in order. */
export function pathParameters(path: string): readonly string[] {
  return [...path.matchAll(parameter)].map((match) => match[1] ?? "");
}
