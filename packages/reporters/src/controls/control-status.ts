import type { ControlStatus } from "@muster/contract";

/** How a status is written in every report. */
export interface StatusLook {
  readonly status: ControlStatus;
  readonly word: string;
  readonly mark: string;
}

/** In the order in which reports count them. */
export const statusLooks: readonly StatusLook[] = [
  { status: "fail", word: "fail", mark: "✗" },
  { status: "indeterminate", word: "not decided", mark: "?" },
  { status: "error", word: "not analysed", mark: "!" },
  { status: "pass", word: "pass", mark: "✓" },
  { status: "not_applicable", word: "not applicable", mark: "–" },
];

const looks = new Map(statusLooks.map((look) => [look.status, look]));

export function lookOf(status: ControlStatus): StatusLook {
  const look = looks.get(status);
  if (look === undefined) throw new Error(`There is no control status ${status}.`);
  return look;
}
