import { scanOrigins, scanPriorities, scanStates, tokenScopes, triageStates, type ScanOrigin, type ScanPriority, type ScanState, type TokenScope, type TriageState, type EndpointOrder, type FindingOrder } from "@muster/store";
import { attributeTypes, type AttributeType, type ControlStatus, type Posture, type Severity } from "@muster/contract";
import type { EnumRef } from "@pothos/core";
import type { Builder, Types } from "./builder.ts";

/** An enumeration of the schema. */
type Enum<T> = EnumRef<Types, T>;

export interface Enums {
  readonly posture: Enum<Posture>;
  readonly severity: Enum<Severity>;
  readonly controlStatus: Enum<ControlStatus>;
  readonly attributeType: Enum<AttributeType>;
  readonly scanState: Enum<ScanState>;
  readonly scanOrigin: Enum<ScanOrigin>;
  readonly scanPriority: Enum<ScanPriority>;
  readonly triageState: Enum<TriageState>;
  readonly tokenScope: Enum<TokenScope>;
  readonly endpointOrder: Enum<EndpointOrder>;
  readonly findingOrder: Enum<FindingOrder>;
}

export function addEnums(builder: Builder): Enums {
  return {
    posture: words(builder, "Posture", ["protected", "public", "unknown"], "PROTECTED and PUBLIC are proved. UNKNOWN is neither, and never a pass."),
    severity: words(builder, "Severity", ["critical", "high", "medium", "low", "info"]),
    controlStatus: words(builder, "ControlStatus", ["pass", "fail", "not_applicable", "indeterminate", "error"], "INDETERMINATE was analysed and not decided; ERROR was not analysed. Neither is a pass."),
    attributeType: words(builder, "AttributeType", attributeTypes),
    scanState: words(builder, "ScanState", scanStates),
    scanOrigin: words(builder, "ScanOrigin", scanOrigins, "SERVICE: a worker made the result. PUSHED: it was handed in; that its commit is the repository's was looked up, what it says was not."),
    scanPriority: words(builder, "ScanPriority", scanPriorities),
    triageState: words(builder, "TriageState", triageStates),
    tokenScope: words(builder, "TokenScope", tokenScopes),
    endpointOrder: words(builder, "EndpointOrder", ["path", "posture", "newest"]),
    findingOrder: words(builder, "FindingOrder", ["severity", "newest", "rule"], "SEVERITY: the worst first."),
  };
}

function words<Word extends string>(builder: Builder, name: string, values: readonly Word[], description?: string): Enum<Word> {
  const named = Object.fromEntries(values.map((value) => [value.toUpperCase(), { value }]));
  return builder.enumType(name, { values: named, ...(description !== undefined && { description }) }) as unknown as Enum<Word>;
}
