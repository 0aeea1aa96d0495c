import { enableCompileCache } from "node:module";
import path from "node:path";
import { cacheFolder } from "./environment/user-folders.ts";

// Before anything large is imported: what is compiled once is not compiled by the next run.
enableCompileCache(path.join(cacheFolder(process.env), "compile"));

const abort = new AbortController();
// A service lets what is in hand come to its end.
const patienceMs = ["serve", "worker"].includes(process.argv[2] ?? "") ? 20_000 : 3000;
const interrupted = (): void => {
  // The second one no longer waits for workers to stop.
  if (abort.signal.aborted) process.exit(130);
  abort.abort(new Error("interrupted"));
  setTimeout(() => process.exit(130), patienceMs).unref();
};
process.on("SIGINT", interrupted);
process.on("SIGTERM", interrupted);
for (const stream of [process.stdout, process.stderr]) {
  // A reader that goes away early (`| head`) is no error.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const { run } = await import("./run.ts");
process.exitCode = await run(process.argv.slice(2), { env: process.env, cwd: process.cwd(), stdout: process.stdout, stderr: process.stderr, signal: abort.signal });
process.exit();
