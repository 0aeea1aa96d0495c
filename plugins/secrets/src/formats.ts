import { encodedFormats } from "./encoded-formats.ts";
import type { Format } from "./format.ts";
import { assignment, comparison, keyValueConnection, urlCredentials, urlToken } from "./generic-formats.ts";
import { vendors } from "./vendors/index.ts";

/** Every format, the particular before the general: where two claim the same text, the first has it. */
export const formats: readonly Format[] = [...vendors.flatMap((vendor) => vendor.formats), ...encodedFormats, urlToken, urlCredentials, keyValueConnection, assignment, comparison];
