import type { ControlJudge } from "@muster/contract";
import { secretControl } from "./secret-control.ts";

/** SECRET-02 for the repository: no credential lies in the history. */
export const secret02: ControlJudge = secretControl({ control: "SECRET-02", unit: "content", pass: "No secret was found in what the commits ever held." });
