import type { AttributeDeclaration, EndpointAttribute } from "./attribute.ts";
import type { Extractor } from "./extractor.ts";
import type { Json } from "./json.ts";
import type { Framework, Linker } from "./linker.ts";
import type { CallQuery } from "./observed-call.ts";
import type { AnyRule, ControlJudge, JudgeInput } from "./rule.ts";

/** The version of this contract. A plugin states the one it was written against. */
export const contractVersion = 1;

/** Rules and controls that look at the same facts and models. */
export interface Analysis {
  /** Extractors whose facts the rules ask for. */
  readonly uses: readonly string[];
  /** Calls of libraries that the rules look at. */
  readonly calls?: CallQuery;
  readonly rules: readonly AnyRule[];
  readonly controls: readonly ControlJudge[];
  /** Says more of endpoints, in attributes that the plugin declares. A pure function, like a rule's. */
  describe?(input: JudgeInput): Iterable<EndpointAttribute>;
}

/**
 * A plugin: plain data and pure functions, the default export of its package. It is imported in the host and in every
 * worker, so importing it must be cheap and have no effect.
 */
export interface Plugin {
  readonly contract: typeof contractVersion;
  /** Unique: `fastapi`, `auth`. Rules and extractors carry it before their `/`. */
  readonly name: string;
  /** Part of every cache key that depends on the plugin. */
  readonly version: string;
  /** JSON Schema (2020-12) of its options; without one it takes none. */
  readonly options?: { readonly [key: string]: Json };
  /**
   * Throws, with what to do, where options that fit the schema cannot be used all the same: a pattern that does not
   * compile. Called once, in the host, before any file is read.
   */
  readonly checkOptions?: (options: Json) => void | Promise<void>;
  /** Attributes of endpoints and findings that its analysis gives. */
  readonly attributes?: readonly AttributeDeclaration[];
  readonly extractors?: readonly Extractor[];
  readonly linkers?: readonly Linker[];
  readonly frameworks?: readonly Framework[];
  readonly analysis?: Analysis;
  /**
   * What is judged of all that the commits of a repository ever held. Its rules and controls are given the facts of every
   * content at each of its paths, which stand below a folder that is named for the content: `<blob id>/app/main.py`.
   * There is no linked model: applications and endpoints are empty.
   */
  readonly history?: Analysis;
}
