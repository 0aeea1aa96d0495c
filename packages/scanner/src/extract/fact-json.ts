/** Facts beyond this are refused: they would fill the cache and the thread that links. */
const maxBytes = 64 * 1024 * 1024;

export type EncodedFact = { readonly status: "encoded"; readonly bytes: Buffer } | { readonly status: "refused"; readonly reason: string };

/** Turns a fact into JSON, once for all its ways, and refuses what JSON would lose or change. */
export function encodeFact(fact: unknown): EncodedFact {
  try {
    const wrong = findForeign(fact, "");
    if (wrong !== undefined) return { status: "refused", reason: wrong };
    const bytes = Buffer.from(JSON.stringify(fact));
    if (bytes.length > maxBytes) return { status: "refused", reason: `yielded a fact of ${bytes.length} bytes, which is more than ${maxBytes}` };
    return { status: "encoded", bytes };
  } catch (error) {
    if (error instanceof RangeError) return { status: "refused", reason: "yielded a fact that refers to itself or is nested too deeply for JSON" };
    throw error;
  }
}

/** Where a value holds something that is not JSON, in words. */
function findForeign(value: unknown, path: string): string | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : foreign(String(value), path);
    case "object":
      break;
    default:
      return foreign(typeof value, path);
  }
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const wrong = findForeign(value[index], path === "" ? "" : path);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return foreign(`an object of class ${value.constructor.name}`, path);
  for (const [key, member] of Object.entries(value)) {
    const wrong = findForeign(member, key);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function foreign(what: string, key: string): string {
  return `yielded a fact that is not JSON: ${what}${key === "" ? "" : ` under "${key}"`}`;
}
