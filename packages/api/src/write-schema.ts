import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { breakingChanges } from "./schema/breaking-changes.ts";
import { buildSchema } from "./schema/build-schema.ts";

// `npm run schema -w @muster/api`: writes the schema where nothing that front ends rely on is taken away. With `--breaking` it is written all the same.
const file = new URL("../schema.graphql", import.meta.url);
const built = lexicographicSortSchema(buildSchema());
const broken = existsSync(file) ? breakingChanges(readFileSync(file, "utf8"), built) : [];
if (broken.length > 0 && !process.argv.includes("--breaking")) throw new Error(`Front ends would break: ${broken.join(" ")} Keep what they use and deprecate it, or give --breaking.`);
writeFileSync(file, `${printSchema(built)}\n`);
