import { SetUpError } from "./set-up-error.mjs";

/** The oldest Node that set-up itself runs on. */
const oldestMajor = 20;

export function requireNode() {
  if (Number(process.versions.node.split(".")[0]) < oldestMajor) {
    throw new SetUpError(`Set-up runs on Node ${oldestMajor} or newer; this is ${process.versions.node}.`, "Install a newer Node with npm, and run this again.");
  }
}
