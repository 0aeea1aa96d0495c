import type { Attribute, AttributeDeclaration, Control, ControlResult, Guard, RuleMeta, ScanResult, Span, Step } from "@muster/contract";
import type { ScanDiff } from "@muster/reporters/diff";
import type { ApplicationRow, AuditEntry, Commit, ControlTotals, EndpointRow, FindingRow, Ref, Repository, Scan, ScanSummary, Token, TriageEntry } from "@muster/store";
import type { InputObjectRef, ObjectRef } from "@pothos/core";
import type { PluginInfo } from "../context.ts";
import type { GivenAttribute } from "./attributes.ts";
import type { Builder, Types } from "./builder.ts";

/** The types by which the domains of the schema name each other. */
export interface Refs {
  readonly span: ObjectRef<Types, Span>;
  readonly step: ObjectRef<Types, Step>;
  readonly attribute: ObjectRef<Types, Attribute>;
  readonly attributeDeclaration: ObjectRef<Types, AttributeDeclaration>;
  readonly attributeFilter: InputObjectRef<Types, GivenAttribute>;
  readonly guard: ObjectRef<Types, Guard>;
  readonly control: ObjectRef<Types, Control>;
  readonly controlResult: ObjectRef<Types, ControlResult>;
  readonly controlTotals: ObjectRef<Types, ControlTotals>;
  readonly rule: ObjectRef<Types, RuleMeta>;
  readonly plugin: ObjectRef<Types, PluginInfo>;
  readonly pluginVersion: ObjectRef<Types, ScanResult["plugins"][number]>;
  readonly repository: ObjectRef<Types, Repository>;
  readonly ref: ObjectRef<Types, Ref>;
  readonly commit: ObjectRef<Types, Commit>;
  readonly postureTotals: ObjectRef<Types, ScanSummary["endpoints"]>;
  readonly severityTotals: ObjectRef<Types, ScanSummary["findings"]>;
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
    attribute: builder.objectRef<Attribute>("Attribute"),
    attributeDeclaration: builder.objectRef<AttributeDeclaration>("AttributeDeclaration"),
    attributeFilter: builder.inputRef<GivenAttribute>("AttributeFilter").implement({ description: "An attribute by its name; where a value is given, with this value as text.", fields: (t) => ({ name: t.string({ required: true }), value: t.string() }) }) as never,
    guard: builder.objectRef<Guard>("Guard"),
    control: builder.objectRef<Control>("Control"),
    controlResult: builder.objectRef<ControlResult>("ControlResult"),
    controlTotals: builder.objectRef<ControlTotals>("ControlTotals"),
    rule: builder.objectRef<RuleMeta>("Rule"),
    plugin: builder.objectRef<PluginInfo>("Plugin"),
    pluginVersion: builder.objectRef<ScanResult["plugins"][number]>("PluginVersion"),
    repository: builder.objectRef<Repository>("Repository"),
    ref: builder.objectRef<Ref>("Ref"),
    commit: builder.objectRef<Commit>("Commit"),
    postureTotals: builder.objectRef<ScanSummary["endpoints"]>("EndpointTotals"),
    severityTotals: builder.objectRef<ScanSummary["findings"]>("FindingTotals"),
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
