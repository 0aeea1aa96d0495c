import type { ControlJudge } from "@muster/contract";
import { secretControl } from "./secret-control.ts";

/** SECRET-01 for the repository: no credential lies in the tree. */
export const secret01: ControlJudge = secretControl({ control: "SECRET-01", unit: "file", pass: "No secret was found in the files that were read." });
