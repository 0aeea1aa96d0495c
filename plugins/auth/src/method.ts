/** Methods that only read (RFC 9110 §9.2.1 calls them safe). Every other one, known or not, is taken to write. */
const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/** What a method may do to the service's state. A `channel` (WebSocket) may do anything once it is open. */
export type MethodEffect = "read" | "write" | "channel";

export function methodEffect(method: string): MethodEffect {
  if (method === "WEBSOCKET") return "channel";
  return safeMethods.has(method) ? "read" : "write";
}
