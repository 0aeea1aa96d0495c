/** Why a job is tried again later. */
export class RetryError extends Error {
  override readonly name = "RetryError";
}
