import { attributes } from "./attributes.ts";
import { evidence } from "./evidence.ts";
import { firstSchema } from "./first-schema.ts";
import { hookDeliveries } from "./hook-deliveries.ts";
import { ledgerHome } from "./ledger-home.ts";
import { orderedLists } from "./ordered-lists.ts";
import { polling } from "./polling.ts";
import { pushedResults } from "./pushed-results.ts";
import { sharedFacts } from "./shared-facts.ts";
import { trends } from "./trends.ts";

/** One step of the schema. A step that was released is never changed: the next one mends it. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** The steps in order; a database's version is how many of them it has. */
export const migrations: readonly Migration[] = [firstSchema, hookDeliveries, pushedResults, attributes, trends, orderedLists, polling, evidence, sharedFacts, ledgerHome];
