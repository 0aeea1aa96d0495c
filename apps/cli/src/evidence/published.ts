import { appendFileSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where a checkpoint was sent. */
export interface Publication {
  readonly at: string;
  readonly size: number;
  readonly kind: "file" | "git-note" | "witness" | "timestamp";
  readonly to: string;
}

const publishedName = "published.jsonl";

export function notePublication(ledger: string, publication: Publication): void {
  appendFileSync(path.join(ledger, publishedName), `${JSON.stringify(publication)}\n`);
}

/** What was sent so far, as the operator's own note says: nothing signs it, and whoever got a checkpoint can say so better. */
export function publications(ledger: string): Publication[] {
  let text: string;
  try {
    text = readFileSync(path.join(ledger, publishedName), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return text.split("\n").flatMap((line): Publication[] => (line === "" ? [] : [JSON.parse(line)]));
}
