import { createHash } from "node:crypto";
import { lockRepository } from "../repositories/repositories.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { keepResult, type KeptResult } from "./keep-result.ts";
import { requestScan, type Scan } from "./scans.ts";

/**
 * - `kept`: it is the commit's result now.
 * - `known`: the same bytes were there before.
 * - `taken`: the commit has another result, or is being scanned.
 */
export type PushedResult = { readonly status: "kept" | "known" | "taken"; readonly scan: Scan };

/** Keeps the result that someone else made of a commit. A commit has one result: a scan that only waits is settled by it. */
export async function keepPushed(rows: TenantRows, repository: number, commit: string, pushed: KeptResult): Promise<PushedResult> {
  await lockRepository(rows, repository);
  const { status, scan } = await requestScan(rows, { repository, reference: commit, priority: "batch" });
  if (status === "known" && scan.resultSha256 === createHash("sha256").update(pushed.json).digest("hex")) return { status: "known", scan };
  if (scan.state !== "queued") return { status: "taken", scan };
  const kept = await keepResult(rows, scan.id, pushed);
  if (kept.status === "settled") return { status: "taken", scan };
  await rows.updateTable("muster.scan").set({ origin: "pushed" }).where("id", "=", scan.id).execute();
  return { status: "kept", scan: { ...kept.scan, origin: "pushed" } };
}
