import { existsSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "@muster/contract";
import { loadPlugins, PluginLoadError, type PluginSource } from "@muster/scanner";
import type { LogLevel, PluginInfo, ServeSettings } from "@muster/server";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { readThreads } from "../arguments/read-values.ts";
import { builtinPlugins } from "../builtin-plugins.ts";
import { CommandError } from "../command-error.ts";
import { configurationEffect } from "../configuration/configuration-effect.ts";
import { loadConfiguration } from "../configuration/load-configuration.ts";
import type { Session } from "../environment/session.ts";
import { cacheFolder } from "../environment/user-folders.ts";
import { databasePlace, serviceFolder } from "./database-place.ts";
import { describedOptions } from "../scan/described-options.ts";
import { pluginSources } from "../scan/plugin-list.ts";
import { secretsOptions } from "../scan/secrets-options.ts";
import { suggestion } from "../nearest.ts";

/** What a service and a worker are started with alike. */
export type SharedSettings = Pick<ServeSettings, "database" | "worker" | "concurrency" | "shardBytes" | "logLevel" | "plugins">;

const levels: readonly LogLevel[] = ["debug", "info", "warn", "error", "silent"];
const mirrorLimits = { timeoutMs: 600_000, bytes: 8_000_000_000 };

/** Reads arguments and environment. What scanned repositories say of configuration is not read: the operator's own counts. */
export async function sharedSettings(given: Arguments, session: Session): Promise<SharedSettings> {
  const database = databasePlace(given, session);
  const named = lastValue(given, "config");
  const loaded = named === undefined ? undefined : await loadConfiguration(named, session.cwd, session.cwd);
  const plugins = pluginSources(loaded, true, { secrets: await secretsOptions(given, session), python: describedOptions(loaded, true) });
  const infos = await checkedPlugins(plugins);
  const threads = lastValue(given, "threads");
  const caches = path.resolve(session.cwd, lastValue(given, "cache-dir") ?? cacheFolder(session.env));
  return {
    database,
    concurrency: readCount(lastValue(given, "jobs"), "jobs", 1, 64),
    // Where there is one process there is nobody to share with.
    ...(database.kind === "postgres" && { shardBytes: readCount(lastValue(given, "shard-mb"), "shard-mb", 100, 100_000) * 1_000_000 }),
    logLevel: readLevel(lastValue(given, "log") ?? "info"),
    plugins: infos,
    worker: {
      mirrors: {
        folder: path.join(database.kind === "folder" ? database.folder : caches, "mirrors"),
        policy: {
          roots: given.values.filter(({ name }) => name === "root").map(({ value }) => rootFolder(path.resolve(session.cwd, value))),
          protocols: given.switches.get("allow-http") === true ? ["https", "ssh", "http"] : ["https", "ssh"],
          privateHosts: given.switches.get("allow-private-hosts") === true,
        },
        credentials: { find: (name) => findCredential(name, session.env) },
        limits: mirrorLimits,
      },
      scans: {
        plugins,
        cacheFolder: path.join(caches, "service"),
        ...(threads === undefined ? {} : { threads: readThreads(threads) }),
        ...(loaded === undefined ? {} : { include: loaded.configuration.paths?.include ?? [], exclude: loaded.configuration.paths?.exclude ?? [], approvedPublic: loaded.configuration.public ?? [], waivers: loaded.configuration.waivers ?? [], configuration: configurationEffect(loaded) }),
      },
    },
  };
}

/** Where a service keeps its ledgers and their keys. */
export function ledgerPlace(given: Arguments, session: Session): NonNullable<ServeSettings["ledgers"]> {
  const data = serviceFolder(given, session);
  const name = lastValue(given, "name") ?? "muster.local";
  if (/[\s+]/u.test(name)) throw new CommandError(2, `${JSON.stringify(name)} cannot name ledgers: it has spaces or a plus.`, "Take a name like muster.example.com.");
  return { folder: path.join(data, "ledgers"), keys: path.join(data, "ledger-keys"), name };
}

/** A whole number as given on the command line. */
export function readCount(text: string | undefined, option: string, usual: number, most: number): number {
  const count = text === undefined ? usual : Number(text);
  if (!Number.isInteger(count) || count < 0 || count > most) throw new CommandError(2, `--${option} ${JSON.stringify(text)} is no number.`, `Give a whole number from 0 to ${most}.`);
  return count;
}

function readLevel(text: string): LogLevel {
  const level = levels.find((candidate) => candidate === text);
  if (level === undefined) throw new CommandError(2, `--log ${JSON.stringify(text)} is no level.${suggestion(text, levels)}`, `Allowed: ${levels.join(", ")}.`);
  return level;
}

function rootFolder(folder: string): string {
  if (!existsSync(folder)) throw new CommandError(2, `There is no folder ${folder}.`, "Check the path given to --root.");
  return realpathSync(folder);
}

/** `MUSTER_CREDENTIAL_<NAME>` holds one, or `MUSTER_CREDENTIALS` names a folder with a file for each. */
async function findCredential(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const direct = env[`MUSTER_CREDENTIAL_${name.toUpperCase().replaceAll("-", "_")}`];
  const folder = env["MUSTER_CREDENTIALS"];
  if (direct !== undefined || folder === undefined) return direct;
  const file = path.join(folder, name);
  return existsSync(file) ? readFile(file, "utf8") : undefined;
}

/** Checks plugins and their options before anything is scanned with them: who starts a service is the one to tell. */
async function checkedPlugins(sources: readonly PluginSource[]): Promise<readonly PluginInfo[]> {
  try {
    return (await loadPlugins(sources)).map(({ plugin }) => infoOf(plugin));
  } catch (error) {
    if (error instanceof PluginLoadError) throw new CommandError(2, error.message, "", { cause: error });
    throw error;
  }
}

function infoOf(plugin: Plugin): PluginInfo {
  return {
    name: plugin.name,
    version: plugin.version,
    builtin: builtinPlugins.some(({ name }) => name === plugin.name),
    frameworks: (plugin.frameworks ?? []).map(({ name }) => name).toSorted(),
    rules: [...(plugin.analysis?.rules ?? []), ...(plugin.history?.rules ?? [])].map(({ meta }) => meta),
    attributes: plugin.attributes ?? [],
  };
}
