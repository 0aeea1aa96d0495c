import { scan, type ScanRequest } from "@muster/scanner";
import type { ConfinedMessage } from "./confined-scan.ts";

// One scan, in a process that has nothing else to lose: see confinedScan.
const tell = (message: ConfinedMessage): void => void process.send?.(message);
process.once("disconnect", () => process.exit(1));
process.on("message", (request: ScanRequest) => {
  void (async () => {
    const running = scan(request);
    for await (const event of running) tell({ kind: "event", event });
    tell({ kind: "result", result: await running.result, lasting: await running.lasting });
  })().catch((error: unknown) => tell({ kind: "error", name: error instanceof Error ? error.name : "Error", message: error instanceof Error ? error.message : String(error) }));
});
