import { createHmac } from "node:crypto";

/** The secrets that git hosts sign with: one for each repository, made from one key and kept nowhere. */
export class HookSecrets {
  readonly #key: Buffer;

  /** @param key Of the installation; the servers of one share it. */
  constructor(key: string) {
    this.#key = createHmac("sha256", key).update("muster webhooks").digest();
  }

  of(repository: number): string {
    return createHmac("sha256", this.#key).update(String(repository)).digest("base64url");
  }
}
