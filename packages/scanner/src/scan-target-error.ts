/** There is nothing to scan at the root of the request; the message says why and what to do. */
export class ScanTargetError extends Error {
  override readonly name = "ScanTargetError";
}
