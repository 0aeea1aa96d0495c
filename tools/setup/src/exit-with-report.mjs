import { remedyFor } from "./remedy.mjs";
import { say } from "./say.mjs";
import { SetUpError } from "./set-up-error.mjs";

/** Exit status of a scan that could not be completed, which is what a failed set-up makes of it. */
const couldNotComplete = 3;

/**
 * Runs an entry point of the set-up. A failure becomes a report on stderr and exit status 3.
 *
 * @param {() => Promise<void>} work
 */
export async function exitWithReport(work) {
  try {
    await work();
  } catch (error) {
    const failure = error instanceof SetUpError ? error : unexpected(error);
    say(failure.report());
    process.exitCode = couldNotComplete;
  }
}

/** @param {unknown} error */
function unexpected(error) {
  const text = error instanceof Error ? error.message : String(error);
  return new SetUpError("Set-up stopped.", remedyFor(text) ?? "This is a defect of the set-up: please report it with the lines above.", { cause: error });
}
