import { statusOf, type Value } from "@muster/python";

/** The number of what a response's status is set to: `401`, `"401 Unauthorized"`, `HTTPStatus.UNAUTHORIZED`; undefined where it is not known. */
export function responseStatus(value: Value): number | undefined {
  if (value.kind === "const" && typeof value.value === "number") return value.value;
  if (value.kind === "const" && typeof value.value === "string") {
    const [, digits] = /^\s*(\d{3})\b/.exec(value.value) ?? [];
    return digits === undefined ? undefined : Number(digits);
  }
  if (value.kind === "instance") {
    const inner = value.attributes.get("value");
    return inner ? responseStatus(inner) : statusOf(value);
  }
  return undefined;
}
