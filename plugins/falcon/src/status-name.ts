import { constant, type Value } from "@muster/python";
import { httpStatus } from "@muster/web";

/** `falcon.HTTP_401`, `falcon.HTTP_UNAUTHORIZED`: what a response's status is set to. */
export function statusName(name: string): Value | undefined {
  const match = /^falcon\.(?:status_codes\.)?HTTP_(\w+)$/.exec(name);
  if (!match) return undefined;
  const [, rest = ""] = match;
  const code = /^\d{3}$/.test(rest) ? Number(rest) : httpStatus[rest];
  return code === undefined ? undefined : constant(String(code));
}
