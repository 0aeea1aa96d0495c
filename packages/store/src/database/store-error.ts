/** Why the store cannot be used as asked, for people: what is wrong and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  /** Whether it may be otherwise in a while without anybody changing a setting. */
  readonly passing: boolean;

  constructor(message: string, { passing = false, ...options }: ErrorOptions & { readonly passing?: boolean } = {}) {
    super(message, options);
    this.passing = passing;
  }
}
