import type { IncomingMessage, ServerResponse } from "node:http";
import type { WebSocket } from "ws";

/** What one who does not read what he is sent may leave lying here. */
export interface UnreadLimits {
  /** Milliseconds in which nothing of it is read. */
  readonly ms: number;
  /** Bytes that wait for the reader of a WebSocket. */
  readonly bytes: number;
}

export const usualUnread: UnreadLimits = { ms: 30_000, bytes: 1_000_000 };

/** Ends the connection of one who asked, and reads nothing of the answer for too long. Until there is an answer he waits for us. */
export function endUnreadAnswer({ socket }: IncomingMessage, response: ServerResponse, { ms }: UnreadLimits): void {
  response.setTimeout(ms, () => {
    if (response.headersSent) socket.destroy();
  });
}

/**
 * Ends a WebSocket whose reader leaves too much unread, or something for too long. Answers to pings of his count too: he can send them
 * without reading any.
 */
export function endUnreadSocket(socket: WebSocket, { ms, bytes }: UnreadLimits): void {
  let waiting = 0;
  const look = (): void => {
    if (socket.bufferedAmount > bytes) socket.terminate();
  };
  const timer = setInterval(() => {
    // What waits is less where something was read, unless as much came to it: that is what the other bound is for.
    if (waiting > 0 && socket.bufferedAmount >= waiting) socket.terminate();
    waiting = socket.bufferedAmount;
  }, ms);
  socket.on("message", look).on("ping", look).once("close", () => clearInterval(timer));
}
