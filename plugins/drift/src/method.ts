/** Methods that only read (RFC 9110 §9.2.1 calls them safe). Every other one, known or not, is taken to write. */
const safe: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "QUERY"]);

export function isWrite(method: string): boolean {
  return !safe.has(method);
}
