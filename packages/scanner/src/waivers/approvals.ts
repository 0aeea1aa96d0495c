import { compareText } from "@muster/contract";
import type { Endpoint, WaiverState } from "@muster/contract";
import { approvedPublic, holdsFor } from "../analyse/approved-public.ts";
import type { ApprovedPublic } from "../scan-request.ts";
import { termOf } from "./term.ts";

/** The approvals that hold on a day: endpoints of the others are public without approval. */
export function liveApprovals(approvals: readonly ApprovedPublic[], date: string): readonly ApprovedPublic[] {
  return approvals.filter(({ expires }) => termOf(expires, date).status !== "expired");
}

/** What became of each approval. */
export function approvalStates(approvals: readonly ApprovedPublic[], endpoints: readonly Endpoint[], date: string): readonly WaiverState[] {
  return approvals.map(({ method, path, reason = "", owner, expires, code }): WaiverState => {
    const isIt = approvedPublic([{ method, path }]);
    const own = endpoints.filter(isIt);
    const same = own.filter((endpoint) => holdsFor(code, endpoint.handler.code));
    const state = { kind: "public" as const, target: `${method} ${path}`, reason, ...(owner !== undefined && { owner }), ...(expires !== undefined && { expires }) };
    if (own.length === 0) return { ...state, status: "unused", note: "There is no endpoint that it covers: remove it.", count: 0 };
    const term = termOf(expires, date);
    if (term.status === "expired") return { ...state, ...term, count: 0 };
    const changed = own.find((endpoint) => !same.includes(endpoint));
    if (changed === undefined) return { ...state, ...term, count: same.length };
    const what = [code].flat().length === 0 ? "It names no code, so it holds for none" : `The handler of ${changed.method} ${changed.path} is another one`;
    return { ...state, status: "revoked", note: `${what}: once someone has looked at it, write "code": ${codesOf(own)}.`, count: same.length };
  });
}

/** What to write for all that an approval covers: one content id, or a list where its pattern fits several handlers. */
function codesOf(endpoints: readonly Endpoint[]): string {
  const codes = [...new Set(endpoints.flatMap(({ handler }) => handler.code ?? []))].toSorted(compareText);
  return codes.length === 1 ? JSON.stringify(codes[0]) : `[${codes.map((code) => JSON.stringify(code)).join(", ")}]`;
}
