import path from "node:path";

import { defineConfig } from "vitest/config";

// Programs and threads that tests start load hundreds of modules each. The first one compiles them for all, as an installed Muster does for its next run: with a cache of
// compiled code in the home folder that each test makes, most of the time went into writing that.
process.env["NODE_COMPILE_CACHE"] ??= path.join(import.meta.dirname, "node_modules", ".cache", "compile");

export default defineConfig({
  resolve: { conditions: ["@muster/source"] },
  ssr: { resolve: { conditions: ["@muster/source"] } },
  test: {
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    execArgv: ["--conditions=@muster/source"],
    // Far more than any test takes: on a machine that does other work too, whole scans of fixtures wait for their turn.
    testTimeout: 120_000,
    // There must be one graphql, which has two builds: what imports it is resolved in one way.
    server: { deps: { inline: [/node_modules\/(?:@pothos|@graphql-tools|@graphql-yoga|@envelop|graphql)/u] } },
    // Runs in a package, which has its own report; the closing line of `npm test` sums them.
    reporters: ["default", "json"],
    outputFile: { json: path.join(process.cwd(), "test-report.json") },
  },
});
