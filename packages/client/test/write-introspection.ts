import { readFileSync, writeFileSync } from "node:fs";
import { introspectionTypes } from "./introspection-types.ts";

// `npm run schema -w @muster/client`: writes the types of the service's schema.
writeFileSync(new URL("../src/introspection.ts", import.meta.url), introspectionTypes(readFileSync(new URL("../../api/schema.graphql", import.meta.url), "utf8")));
