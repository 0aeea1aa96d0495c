import type { Endpoint, WaiverState } from "@muster/contract";
import { approvedPublic } from "../analyse/approved-public.ts";
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
    const same = own.filter((endpoint) => code === undefined || code === endpoint.handler.code);
    const state = { kind: "public" as const, target: `${method} ${path}`, reason, ...(owner !== undefined && { owner }), ...(expires !== undefined && { expires }) };
    if (own.length === 0) return { ...state, status: "unused", note: "There is no endpoint that it covers: remove it.", count: 0 };
    const term = termOf(expires, date);
    if (term.status === "expired") return { ...state, ...term, count: 0 };
    const changed = own.find((endpoint) => !same.includes(endpoint));
    if (changed === undefined) return { ...state, ...term, count: same.length };
    return { ...state, status: "revoked", note: `The handler of ${changed.method} ${changed.path} is another one${changed.handler.code === undefined ? "" : `: once someone has looked at it, write "code": "${changed.handler.code}"`}.`, count: same.length };
  });
}
