import { migrate } from "../schema/migrate.ts";
import type { Database, DatabasePlace } from "./database.ts";
import { explainFailure } from "./explain-failure.ts";

/** Opens a database and brings its schema up to date. Throws a `StoreError` where that cannot be done. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const database = await connect(place);
  try {
    await migrate(database.rows);
    return database;
  } catch (error) {
    await database.close();
    throw explainFailure(error) ?? error;
  }
}

/** Opens a database as it is. Either driver is loaded only where it is used. */
export async function connect(place: DatabasePlace): Promise<Database> {
  switch (place.kind) {
    case "folder":
    case "memory": {
      const { openPglite } = await import("./pglite-database.ts");
      return openPglite(place.kind === "folder" ? place.folder : undefined);
    }
    case "postgres": {
      const { openPostgres } = await import("./postgres-database.ts");
      return openPostgres(place.url, place.connections ?? 10);
    }
    default:
      return place satisfies never;
  }
}
