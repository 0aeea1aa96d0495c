import type { Control, ControlResult, Guard, RuleMeta, Span, Step } from "@muster/contract";
import type { ScanDiff } from "@muster/reporters/diff";
import type { ApplicationRow, AuditEntry, ControlTotals, EndpointRow, FindingRow, Ref, Repository, Scan, Token, TriageEntry } from "@muster/store";
import type { ObjectRef } from "@pothos/core";
import type { PluginInfo } from "../context.ts";
import type { Builder, Types } from "./builder.ts";

/** The types by which the domains of the schema name each other. */
export interface Refs {
  readonly span: ObjectRef<Types, Span>;
  readonly step: ObjectRef<Types, Step>;
  readonly guard: ObjectRef<Types, Guard>;
  readonly control: ObjectRef<Types, Control>;
  readonly controlResult: ObjectRef<Types, ControlResult>;
  readonly controlTotals: ObjectRef<Types, ControlTotals>;
  readonly rule: ObjectRef<Types, RuleMeta>;
  readonly plugin: ObjectRef<Types, PluginInfo>;
  readonly repository: ObjectRef<Types, Repository>;
  readonly ref: ObjectRef<Types, Ref>;
  readonly scan: ObjectRef<Types, Scan>;
  readonly application: ObjectRef<Types, ApplicationRow>;
  readonly endpoint: ObjectRef<Types, EndpointRow>;
  readonly finding: ObjectRef<Types, FindingRow>;
  readonly triage: ObjectRef<Types, TriageEntry>;
  readonly token: ObjectRef<Types, Token>;
  readonly audit: ObjectRef<Types, AuditEntry>;
  readonly comparison: ObjectRef<Types, ScanDiff>;
}

export function makeRefs(builder: Builder): Refs {
  return {
    span: builder.objectRef<Span>("Span"),
    step: builder.objectRef<Step>("Step"),
    guard: builder.objectRef<Guard>("Guard"),
    control: builder.objectRef<Control>("Control"),
    controlResult: builder.objectRef<ControlResult>("ControlResult"),
    controlTotals: builder.objectRef<ControlTotals>("ControlTotals"),
    rule: builder.objectRef<RuleMeta>("Rule"),
    plugin: builder.objectRef<PluginInfo>("Plugin"),
    repository: builder.objectRef<Repository>("Repository"),
    ref: builder.objectRef<Ref>("Ref"),
    scan: builder.objectRef<Scan>("Scan"),
    application: builder.objectRef<ApplicationRow>("Application"),
    endpoint: builder.objectRef<EndpointRow>("Endpoint"),
    finding: builder.objectRef<FindingRow>("Finding"),
    triage: builder.objectRef<TriageEntry>("TriageEntry"),
    token: builder.objectRef<Token>("Token"),
    audit: builder.objectRef<AuditEntry>("AuditEntry"),
    comparison: builder.objectRef<ScanDiff>("Comparison"),
  };
}
