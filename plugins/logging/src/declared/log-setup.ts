import { native, type Value } from "@muster/python";
import type { Notes } from "./notes.ts";

/** Functions that configure logging. */
const configures = ["logging.config.dictConfig", "logging.config.fileConfig", "logging.basicConfig", "structlog.configure", "structlog.configure_once", "loguru.logger.add", "loguru.logger.configure"] as const;

/** The configuration of logging, as the code calls for it. */
export function logSetupModels(notes: Notes): readonly (readonly [string, Value])[] {
  return configures.map((name): [string, Value] => [name, native(name, (call) => (notes.add(name, call), undefined))]);
}
