import path from "node:path";

import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@muster/source"] },
  ssr: { resolve: { conditions: ["@muster/source"] } },
  test: {
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    execArgv: ["--conditions=@muster/source"],
    testTimeout: 30_000,
    // Runs in a package, which has its own report; the closing line of `npm test` sums them.
    reporters: ["default", "json"],
    outputFile: { json: path.join(process.cwd(), "test-report.json") },
  },
});
