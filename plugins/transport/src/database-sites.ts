import type { ObservedCall, Term } from "@muster/contract";
import { beginningOf, isLocal } from "./local-host.ts";
import type { Site } from "./site.ts";

/** What connects to a database that takes `sslmode` (libpq §34.19.1) or a switch of its own, and as which argument it takes the address. */
export const databaseCallees: readonly string[] = [
  "psycopg.connect", "psycopg.Connection.connect", "psycopg.AsyncConnection.connect", "psycopg2.connect", "psycopg2.pool.SimpleConnectionPool", "psycopg2.pool.ThreadedConnectionPool",
  "psycopg_pool.ConnectionPool", "psycopg_pool.AsyncConnectionPool", "asyncpg.connect", "asyncpg.create_pool", "sqlalchemy.create_engine", "sqlalchemy.ext.asyncio.create_async_engine", "sqlmodel.create_engine",
];

const callees = new Set(databaseCallees);
const addresses = /^(?:dsn|conninfo|url|host|hostname)$/;
const inAddress = /[?&\s]sslmode=(disable|allow)\b/;

/** A connection to a database that is told to do without encryption, or to be content where there is none. */
export function databaseSites(call: ObservedCall): readonly Site[] {
  if (!call.reached || call.kind !== "call" || !callees.has(call.callee) || staysHere(call)) return [];
  const what = written(call);
  return what === undefined ? [] : [{ kind: "plaintext", what, of: call.callee, where: "code", byDefault: false, certain: true, span: call.span, symbol: call.symbol, steps: call.through.slice(-6) }];
}

function written(call: ObservedCall): string | undefined {
  for (const { name, value } of call.keywords) {
    const mode = name === "sslmode" || (name === "ssl" && call.callee.startsWith("asyncpg.")) ? modeOf(value) : name === "connect_args" ? ofArguments(value) : undefined;
    if (mode !== undefined) return name === "ssl" ? `ssl=${mode}` : `sslmode=${mode}`;
  }
  const mode = addressesOf(call).map((address) => inAddress.exec(textOf(address))?.[1]).find((found) => found !== undefined);
  return mode === undefined ? undefined : `sslmode=${mode}`;
}

function modeOf(value: Term): string | undefined {
  return value.kind === "const" && (value.value === "disable" || value.value === "allow") ? value.value : undefined;
}

/** `connect_args={"sslmode": "disable"}`. */
function ofArguments(value: Term): string | undefined {
  if (value.kind !== "dict") return undefined;
  return value.entries.map((entry) => (entry.key.kind === "const" && entry.key.value === "sslmode" ? modeOf(entry.value) : undefined)).find((mode) => mode !== undefined);
}

function staysHere(call: ObservedCall): boolean {
  return addressesOf(call).some((address) => {
    const text = beginningOf(address) ?? "";
    return isLocal(text) || text.startsWith("/") || /(?:^|\s)host=(?:localhost|127\.|\/)/.test(text);
  });
}

function addressesOf({ args, keywords }: ObservedCall): readonly Term[] {
  return [...args.slice(0, 1), ...keywords.filter(({ name }) => addresses.test(name)).map(({ value }) => value)];
}

/** The text of an address, whatever stands in its holes. */
function textOf(term: Term): string {
  if (term.kind === "const") return typeof term.value === "string" ? term.value : "";
  return term.kind === "template" ? term.parts.map((part) => (part.kind === "const" ? String(part.value) : "?")).join("") : "";
}
