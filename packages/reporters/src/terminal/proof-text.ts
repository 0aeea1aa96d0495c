import type { Step } from "@muster/contract";
import { columns, hanging } from "../text/layout.ts";
import type { Page } from "./page.ts";

/** A proof chain, one numbered line a step; long chains lose their middle unless everything is asked for. */
export function proofText(proof: readonly Step[], indent: string, page: Page): readonly string[] {
  const { pen, width } = page;
  const head = page.everything || proof.length <= 8 ? proof.length : 3;
  const tail = proof.length - (head === proof.length ? 0 : 4);
  const digits = String(proof.length).length;
  return proof.flatMap((step, index) => {
    if (index === head && head < tail) return [`${indent}${pen.faint(`… ${tail - head} steps more`)}`];
    if (index > head && index < tail) return [];
    const label = `${indent}${pen.faint(`${String(index + 1).padStart(digits)}.`)} ${pen.place(`${step.span.path}:${step.span.line}`)}  `;
    return [columns(label) > width * 0.6 ? `${label.trimEnd()}\n${hanging(`${indent}   `, step.note, width)}` : hanging(label, step.note, width)];
  });
}
