/**
 * Tells the user what set-up is doing. It goes to stderr: stdout belongs to the scan's result.
 *
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`muster: ${text}\n`);
}
