import type { Posture } from "@muster/contract";
import type { Pen } from "../text/pen.ts";

/** One character per posture, which reads without colours too. */
export function postureMark(posture: Posture, pen: Pen): string {
  switch (posture) {
    case "protected":
      return pen.good("✓");
    case "public":
      return pen.warn("○");
    case "unknown":
      return pen.unsure("?");
    default:
      return posture satisfies never;
  }
}
