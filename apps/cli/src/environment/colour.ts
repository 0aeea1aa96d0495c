/**
 * Whether to colour a stream: an explicit option first, then `NO_COLOR` (no-color.org: any value but the empty one),
 * then `FORCE_COLOR`, then whether it is a terminal that can.
 */
export function wantsColour(option: boolean | undefined, env: NodeJS.ProcessEnv, stream: { readonly isTTY?: boolean }): boolean {
  if (option !== undefined) return option;
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
