import { createHash } from "node:crypto";
import { predicateTypeOf, statementType, type Statement } from "../envelope/statement.ts";
import type { SignedRecord } from "../ledger/read-statements.ts";
import { endOfDay, endProblems, peopleProblems } from "./approval.ts";

/** The kinds of such records: an approver signs them. */
export const waiverType = "waiver";
export const waiverRevocationType = "waiver-revocation";

/** An approved exception with an end, as an approver asks for it to be kept. */
export interface WaiverRequest {
  readonly control: string;
  /** The exact endpoint (`METHOD /path`), or the finding by its fingerprint. */
  readonly endpoint?: string;
  readonly finding?: string;
  readonly reason: string;
  /** What stands in for the control meanwhile. */
  readonly compensating: string;
  readonly requester: string;
  readonly approver: string;
  /** The last day on which it holds: `YYYY-MM-DD`, UTC. */
  readonly expires: string;
  readonly ticket?: string;
}

/** A waiver as the ledger has it: it holds from its place in the log on, and never from before. */
export interface RecordedWaiver extends WaiverRequest {
  readonly id: string;
  readonly sequence: number;
  readonly approvedAt: string;
  readonly revokedAt?: string;
}

/** Why a waiver may not be: each in one sentence. Empty where it may. `now` is when it would be written. */
export function waiverProblems(waiver: WaiverRequest, now: string): string[] {
  const { control, endpoint, finding, reason, compensating, requester, approver, expires } = waiver;
  return [
    ...(control === "" || (endpoint === undefined) === (finding === undefined) ? ["It names a control, and either an endpoint or a finding."] : []),
    ...([control, endpoint, finding].some((text) => text !== undefined && /[*?]|\.\.\./.test(text)) ? ["It is for everything: a waiver names one endpoint or one finding, and no pattern."] : []),
    ...(endpoint !== undefined && !/^[A-Z]+ \/\S*$/.test(endpoint) ? ["Its endpoint is not one: METHOD /path."] : []),
    ...(reason.trim() === "" || compensating.trim() === "" ? ["It says why, and what stands in for the control meanwhile."] : []),
    ...peopleProblems(requester, approver),
    ...endProblems(expires, now),
  ];
}

/** What is kept of a waiver. Names of people are hashes already. Throws where it may not be. */
export function waiverStatement(waiver: WaiverRequest, now: string): Statement {
  const problems = waiverProblems(waiver, now);
  if (problems.length > 0) throw new Error(`The waiver is refused. ${problems.join(" ")}`);
  return { _type: statementType, subject: [{ name: waiver.endpoint ?? `finding ${waiver.finding ?? ""}`, digest: { sha256: idOf(waiver) } }], predicateType: predicateTypeOf(waiverType), predicate: waiver };
}

/** What ends a waiver before its day. */
export function revocationStatement(id: string, reason: string, approver: string): Statement {
  return { _type: statementType, subject: [{ name: "waiver", digest: { sha256: id } }], predicateType: predicateTypeOf(waiverRevocationType), predicate: { waiver: id, reason, approver } };
}

/** The waivers of a ledger, from its records of both kinds in their order. Throws at one that may not be: nobody could have written it by Muster. */
export function recordedWaivers(records: Iterable<SignedRecord>): RecordedWaiver[] {
  const waivers = new Map<string, RecordedWaiver>();
  for (const { entry, statement } of records) {
    if (entry.type === waiverRevocationType) {
      const id = statement.subject[0]?.digest["sha256"] ?? "";
      const waiver = waivers.get(id);
      if (waiver === undefined) throw new Error(`Record ${entry.sequence} of the ledger revokes a waiver that there is not.`);
      waivers.set(id, { ...waiver, revokedAt: waiver.revokedAt ?? entry.time });
    } else if (entry.type === waiverType) {
      const waiver = requestIn(statement.predicate);
      const problems = waiver === undefined ? ["It lacks something."] : waiverProblems(waiver, entry.time);
      if (waiver === undefined || problems.length > 0 || statement.subject[0]?.digest["sha256"] !== idOf(waiver)) throw new Error(`Record ${entry.sequence} of the ledger is a waiver that may not be. ${problems.join(" ")}`);
      waivers.set(idOf(waiver), { ...waiver, id: idOf(waiver), sequence: entry.sequence, approvedAt: entry.time });
    }
  }
  return [...waivers.values()];
}

/** When a waiver no longer holds: the end of its last day, or its revocation. */
export function waiverEnd({ expires, revokedAt }: RecordedWaiver): string {
  const last = endOfDay(expires);
  return revokedAt !== undefined && revokedAt < last ? revokedAt : last;
}

function requestIn(predicate: object): WaiverRequest | undefined {
  const { control, endpoint, finding, reason, compensating, requester, approver, expires, ticket } = predicate as Readonly<Record<string, unknown>>;
  if (typeof control !== "string" || typeof reason !== "string" || typeof compensating !== "string" || typeof requester !== "string" || typeof approver !== "string" || typeof expires !== "string") return undefined;
  return { control, ...(typeof endpoint === "string" && { endpoint }), ...(typeof finding === "string" && { finding }), reason, compensating, requester, approver, expires, ...(typeof ticket === "string" && { ticket }) };
}

function idOf({ control, endpoint, finding, reason, compensating, requester, approver, expires, ticket }: WaiverRequest): string {
  return createHash("sha256").update(JSON.stringify([control, endpoint ?? null, finding ?? null, reason, compensating, requester, approver, expires, ticket ?? null])).digest("hex");
}
