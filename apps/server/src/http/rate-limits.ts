import { RateLimiterMemory } from "rate-limiter-flexible";

export interface RateLimits {
  /** Operations of one token in a minute. */
  readonly perToken: number;
  /** Wrong tokens from one address in a minute. */
  readonly perStranger: number;
}

export const usualRates: RateLimits = { perToken: 6000, perStranger: 30 };

/** Counts what one caller asks for. This process counts for itself alone. */
export class RateLimiter {
  readonly #limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** Seconds to wait; undefined where the caller may go on. */
  async take(caller: string): Promise<number | undefined> {
    try {
      await this.#limiter.consume(caller);
      return undefined;
    } catch (spent) {
      // The library rejects with the state of the limit, and with an error where something is wrong.
      if (spent instanceof Error) throw spent;
      return Math.ceil(((spent as { readonly msBeforeNext?: number }).msBeforeNext ?? 60_000) / 1000);
    }
  }

  /** Seconds to wait of one who has nothing left, without taking anything. */
  async wait(caller: string): Promise<number | undefined> {
    const state = await this.#limiter.get(caller);
    return state !== null && state.remainingPoints <= 0 ? Math.ceil(state.msBeforeNext / 1000) : undefined;
  }
}
