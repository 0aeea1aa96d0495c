import type { Approval, Json, Severity, Waiver } from "@muster/contract";
import type { Threshold } from "@muster/reporters";

/** `muster.config.json` as `schemas/config.schema.json` describes it, valid. */
export interface Configuration {
  readonly $schema?: string;
  readonly paths?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  readonly plugins?: Readonly<Record<string, { readonly from?: string; readonly version?: string; readonly options?: { readonly [key: string]: Json } }>>;
  readonly rules?: Readonly<Record<string, Severity | "off">>;
  /** Approved public endpoints. */
  readonly public?: readonly Approval[];
  readonly waivers?: readonly Waiver[];
  /** Guards and routers whose code cannot be followed, described: options of the plugin of the language. */
  readonly guards?: readonly GuardSetting[];
  readonly routers?: readonly RouterSetting[];
  readonly failOn?: Threshold;
}

export interface GuardSetting {
  readonly name: string;
  readonly form: string;
  readonly credential?: string;
  readonly status?: number;
  readonly reason: string;
}

export interface RouterSetting {
  readonly name: string;
  readonly like: string;
  readonly reason: string;
}

/** A configuration with where it came from. */
export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** Absolute path of its file. */
  readonly file: string;
  readonly origin: "operator" | "repository";
}
