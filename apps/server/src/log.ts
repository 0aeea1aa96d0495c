import { pino, type Logger } from "pino";

export type Log = Logger;
export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Lines of JSON on standard error. What could hold a credential is left out. */
export function openLog(level: LogLevel): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ["*.authorization", "*.header", "*.password", "*.connectionString"] }, pino.destination(2));
}
