import { createHash } from "node:crypto";
import { predicateTypeOf, statementType, type Statement } from "../envelope/statement.ts";
import type { SignedRecord } from "../ledger/read-statements.ts";
import { endOfDay, endProblems, peopleProblems } from "./approval.ts";

/** The kind of such records: an approver signs them. */
export const triageType = "triage";

/**
 * What was decided of a finding: it is one and is to be mended; it is none; it is one and is borne for now; it was mended.
 * `open` takes back whatever was decided.
 */
export const triageVerdicts = ["confirmed", "false-positive", "accepted", "fixed", "open"] as const;
export type TriageVerdict = (typeof triageVerdicts)[number];

/** Verdicts with which a finding is out of sight: they need an end. */
const hiding: ReadonlySet<TriageVerdict> = new Set(["false-positive", "accepted"]);

/** A decision on one finding, as an approver asks for it to be kept. */
export interface TriageRequest {
  /** Its fingerprint. */
  readonly finding: string;
  readonly verdict: TriageVerdict;
  readonly reason: string;
  readonly requester: string;
  readonly approver: string;
  /** The last day on which it holds (`YYYY-MM-DD`, UTC); then the finding is open again. */
  readonly expires?: string;
  readonly ticket?: string;
  /** Place in the ledger of the decision on the same finding that this one takes the place of. */
  readonly supersedes?: number;
}

/** A decision as the ledger has it: it holds from its place in the log on. */
export interface RecordedTriage extends TriageRequest {
  readonly sequence: number;
  readonly decidedAt: string;
  /** When another decision took its place. */
  readonly supersededAt?: string;
}

/** Why a decision may not be: each in one sentence. Empty where it may. `now` is when it would be written. */
export function triageProblems({ finding, verdict, reason, requester, approver, expires, supersedes }: TriageRequest, now: string): string[] {
  return [
    ...(/^[0-9a-f]{32}$/.test(finding) ? [] : ["It is of one finding, which it names by its fingerprint (32 hexadecimal digits)."]),
    ...(reason.trim() === "" ? ["It says why."] : []),
    ...peopleProblems(requester, approver),
    ...(expires === undefined ? (hiding.has(verdict) ? [`A finding that is ${verdict} is out of sight: that has an end, a day as in 2027-01-31.`] : []) : endProblems(expires, now)),
    ...(verdict === "open" && supersedes === undefined ? ["There is no decision that it takes back."] : []),
  ];
}

/** What is kept of a decision. Names of people are hashes already. Throws where it may not be. */
export function triageStatement(triage: TriageRequest, now: string): Statement {
  const problems = triageProblems(triage, now);
  if (problems.length > 0) throw new Error(`The decision is refused. ${problems.join(" ")}`);
  return { _type: statementType, subject: [{ name: `finding ${triage.finding}`, digest: { sha256: digestOf(triage) } }], predicateType: predicateTypeOf(triageType), predicate: triage };
}

/**
 * The decisions of a ledger, from its records in their order. Throws at one that may not be, or that does not name the one
 * before it on the same finding: two that were made without knowing of each other are not told apart by chance.
 */
export function recordedTriage(records: Iterable<SignedRecord>): RecordedTriage[] {
  const all = new Map<number, RecordedTriage>();
  const last = new Map<string, number>();
  for (const { entry, statement } of records) {
    if (entry.type !== triageType) continue;
    const triage = requestIn(statement.predicate);
    const problems = triage === undefined ? ["It lacks something."] : triageProblems(triage, entry.time);
    if (triage === undefined || problems.length > 0 || statement.subject[0]?.digest["sha256"] !== digestOf(triage)) throw new Error(`Record ${entry.sequence} of the ledger is a decision that may not be. ${problems.join(" ")}`);
    const before = last.get(triage.finding);
    if (triage.supersedes !== before) throw new Error(`Record ${entry.sequence} of the ledger decides on a finding without taking the place of the decision before it (record ${before ?? "none"}).`);
    const superseded = before === undefined ? undefined : all.get(before);
    if (superseded !== undefined) all.set(superseded.sequence, { ...superseded, supersededAt: entry.time });
    all.set(entry.sequence, { ...triage, sequence: entry.sequence, decidedAt: entry.time });
    last.set(triage.finding, entry.sequence);
  }
  return [...all.values()];
}

/** When a decision no longer holds: the end of its last day, or that another one took its place; undefined where it has no end. */
export function triageEnd({ expires, supersededAt }: RecordedTriage): string | undefined {
  const last = expires === undefined ? undefined : endOfDay(expires);
  return supersededAt !== undefined && (last === undefined || supersededAt < last) ? supersededAt : last;
}

/** The parsing edge of what was signed. */
function requestIn(predicate: object): TriageRequest | undefined {
  const { finding, verdict, reason, requester, approver, expires, ticket, supersedes } = predicate as Readonly<Record<string, unknown>>;
  const known = triageVerdicts.find((one) => one === verdict);
  if (typeof finding !== "string" || known === undefined || typeof reason !== "string" || typeof requester !== "string" || typeof approver !== "string") return undefined;
  return { finding, verdict: known, reason, requester, approver, ...(typeof expires === "string" && { expires }), ...(typeof ticket === "string" && { ticket }), ...(typeof supersedes === "number" && { supersedes }) };
}

function digestOf({ finding, verdict, reason, requester, approver, expires, ticket, supersedes }: TriageRequest): string {
  return createHash("sha256").update(JSON.stringify([finding, verdict, reason, requester, approver, expires ?? null, ticket ?? null, supersedes ?? null])).digest("hex");
}
