import { fileURLToPath } from "node:url";

/** The checkout that these scripts belong to. */
export const repository = fileURLToPath(new URL("../../../", import.meta.url)).replace(/[\\/]$/u, "");
