import { homedir } from "node:os";
import path from "node:path";

/** Folder of what can be made again: `$XDG_CACHE_HOME/muster`, `~/Library/Caches/muster` or `%LOCALAPPDATA%\muster\Cache`. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === "win32") return path.join(localAppData(env), "muster", "Cache");
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Caches", "muster");
  return path.join(absolute(env["XDG_CACHE_HOME"]) ?? path.join(homedir(), ".cache"), "muster");
}

/** Folder of what must stay: `$XDG_DATA_HOME/muster`, `~/Library/Application Support/muster` or `%LOCALAPPDATA%\muster\Data`. */
export function dataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === "win32") return path.join(localAppData(env), "muster", "Data");
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Application Support", "muster");
  return path.join(absolute(env["XDG_DATA_HOME"]) ?? path.join(homedir(), ".local", "share"), "muster");
}

function localAppData(env: NodeJS.ProcessEnv): string {
  return env["LOCALAPPDATA"] ?? path.join(homedir(), "AppData", "Local");
}

/** The XDG specification has relative values ignored. */
function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.isAbsolute(folder) ? folder : undefined;
}
