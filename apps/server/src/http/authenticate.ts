import type { Bearer, Database } from "@muster/store";
import { Bearers } from "./bearers.ts";
import { RateLimiter, type RateLimits } from "./rate-limits.ts";

export type Authenticated = { readonly status: "known"; readonly bearer: Bearer } | { readonly status: "stranger" } | { readonly status: "too often"; readonly seconds: number };

/** Tells who sends a token, and how often they may. */
export class Authenticator {
  readonly #bearers: Bearers;
  readonly #tokens: RateLimiter;
  readonly #strangers: RateLimiter;

  constructor(database: Database, rates: RateLimits) {
    this.#bearers = new Bearers(database);
    this.#tokens = new RateLimiter(rates.perToken);
    this.#strangers = new RateLimiter(rates.perStranger);
  }

  /** Seconds for which nothing of an address is looked at. */
  strangerWait(address: string): Promise<number | undefined> {
    return this.#strangers.wait(address);
  }

  /** Counts what did not prove itself. */
  async noteStranger(address: string): Promise<void> {
    await this.#strangers.take(address);
  }

  /** @param authorization The header of that name, or what stands for it in a connection's parameters. */
  async authenticate(authorization: string | undefined, address: string): Promise<Authenticated> {
    const secret = /^Bearer (?<secret>\S+)$/iu.exec(authorization ?? "")?.groups?.["secret"];
    const bearer = secret === undefined ? undefined : await this.#bearers.of(secret);
    if (bearer === undefined) {
      // Whoever has a token is never held up by another who guesses, from behind the same proxy say.
      const blocked = await this.#strangers.wait(address);
      if (blocked !== undefined) return { status: "too often", seconds: blocked };
      if (secret !== undefined) await this.#strangers.take(address);
      return { status: "stranger" };
    }
    const seconds = await this.#tokens.take(String(bearer.token));
    return seconds === undefined ? { status: "known", bearer } : { status: "too often", seconds };
  }
}
