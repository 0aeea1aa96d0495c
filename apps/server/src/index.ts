export { logLevels, type LogLevel } from "./log.ts";
export { readDocuments, type DocumentSettings, type PluginInfo } from "@muster/api";
export { serve, type Service, type ServeSettings } from "./serve.ts";
export { work, type WorkSettings } from "./work.ts";
