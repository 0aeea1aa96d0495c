/** Why the store cannot be used as asked, for people: what is wrong and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
