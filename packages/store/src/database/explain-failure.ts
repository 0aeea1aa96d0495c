import { StoreError } from "./store-error.ts";

interface Explained {
  readonly what: string;
  readonly advice: string;
  readonly passing?: boolean;
}

const away: Explained = { what: "The database cannot be reached", advice: "Check the address, and that the server runs.", passing: true };

/** By the system's error code or the server's SQLSTATE (PostgreSQL, appendix A). */
const explanations: Readonly<Record<string, Explained>> = {
  ECONNREFUSED: away,
  ECONNRESET: away,
  EHOSTUNREACH: away,
  ENETUNREACH: away,
  ENOTFOUND: away,
  EAI_AGAIN: away,
  ETIMEDOUT: away,
  "57P01": { ...away, what: "The database server is being shut down" },
  "57P03": { ...away, what: "The database server is starting, or does not take connections yet", advice: "Try again in a moment." },
  "53300": { what: "The database server has no connection left", advice: "Raise its max_connections, or end services and workers that are not needed: each takes up to ten.", passing: true },
  "53100": { what: "The disk of the database server is full", advice: "Free some space there.", passing: true },
  "28P01": { what: "The database server does not accept the password", advice: "Check user and password in the URL of the database." },
  "28000": { what: "The database server does not let this user in", advice: "Check the user in the URL of the database, and the server's pg_hba.conf." },
  "3D000": { what: "There is no such database", advice: "Make it with createdb, or correct the name at the end of the URL." },
  "42501": { what: "The database's user may not do what is needed", advice: "At the first start, and when the schema is brought up to date, it must be allowed to create schemas and roles: make it the owner of the database and give it CREATEROLE." },
  "25006": { what: "The database takes no writing", advice: "Name the primary server, not a replica." },
};

/** Why a server's database cannot be used, where that is known; undefined for what is a defect of ours. */
export function explainFailure(error: unknown): StoreError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  const explained = code === undefined ? undefined : explanations[code];
  if (explained !== undefined) return new StoreError(`${explained.what} (${code}). ${explained.advice}`, { cause: error, passing: explained.passing === true });
  // The pool's own words for a server that does not answer in time.
  if (/timeout exceeded when trying to connect|connection terminated/iu.test(error.message)) return new StoreError(`${away.what} (${error.message}). ${away.advice}`, { cause: error, passing: true });
  return undefined;
}

/** A name that leads to several addresses fails with the errors of all of them. */
function codeOf(error: Error): string | undefined {
  if ("code" in error && typeof error.code === "string") return error.code;
  return error instanceof AggregateError ? error.errors.filter((one) => one instanceof Error).map(codeOf).find((code) => code !== undefined) : undefined;
}
