import { bearersOf, type Bearer, type Database } from "@muster/store";

/** Looks up together the tokens of requests that come at the same time. Nothing is remembered: one that is revoked is none at once. */
export class Bearers {
  readonly #database: Database;
  #asked: { readonly secrets: Set<string>; readonly found: Promise<ReadonlyMap<string, Bearer>> } | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  async of(secret: string): Promise<Bearer | undefined> {
    const asked = (this.#asked ??= this.#ask());
    asked.secrets.add(secret);
    return (await asked.found).get(secret);
  }

  #ask(): { readonly secrets: Set<string>; readonly found: Promise<ReadonlyMap<string, Bearer>> } {
    const secrets = new Set<string>();
    const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      // Whoever comes from now on is looked up after what may have changed meanwhile.
      this.#asked = undefined;
      return bearersOf(this.#database, [...secrets]);
    });
    return { secrets, found };
  }
}
