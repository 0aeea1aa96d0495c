import { constant, native } from "../values/make.ts";
import type { Value } from "../values/value.ts";
import { addressModels } from "./addresses.ts";
import { builtins } from "./builtins.ts";
import { contextlibModels } from "./contextlib.ts";
import { httpStatus } from "./http-status.ts";
import { pathModels } from "./paths.ts";
import { regularExpressionModels } from "./regular-expressions.ts";
import { settingsModels } from "./settings.ts";
import { signatureModels } from "./signatures.ts";
import { standardLibrary } from "./standard.ts";

/** Models of what every Python program may use, by fully qualified name. */
export function libraryModels(): Map<string, Value> {
  const models = new Map<string, Value>();
  for (const [name, number] of Object.entries(httpStatus)) models.set(`http.client.${name}`, constant(number));
  for (const group of [builtins, standardLibrary]) for (const [name, model] of Object.entries(group)) models.set(name, native(name, model));
  for (const [name, value] of [...addressModels(), ...contextlibModels(), ...settingsModels(), ...signatureModels(), ...regularExpressionModels(), ...pathModels()]) models.set(name, value);
  return models;
}
