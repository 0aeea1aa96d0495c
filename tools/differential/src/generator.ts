import type { Plugin } from "@muster/contract";
import type { Sources } from "@muster/plugin-tester/sources";
import type { Random } from "./random.ts";

/** What the oracle is told of an application, as in an `oracle.json`. */
export interface ApplicationConfig {
  /** `module:attribute`, or `module:factory()`. */
  readonly application: string;
  readonly [field: string]: unknown;
}

/** Random applications of one framework. `D` is their description: a plain tree, from which smaller ones are made. */
export interface GeneratorSpec<D> {
  /** The folder of its cases under `test/generated`. */
  readonly name: string;
  /** As the oracle's module for the framework is called. Default: the name. */
  readonly oracle?: string;
  /** That of the language, the framework's, and those it builds on. */
  readonly plugins: readonly Plugin[];
  /** Pinned, one a line, as in a requirements file. */
  readonly requirements: readonly string[];
  generate(random: Random): D;
  /** Python files by path. Conditions ask for the environment variable of {@link variants}. */
  render(description: D): Sources;
  /** Descriptions that are smaller by a step, the largest steps first. */
  smaller(description: D): Iterable<D>;
  /** Default: `main:app`. */
  config?(description: D): ApplicationConfig;
}

export interface Candidate {
  readonly sources: Sources;
  readonly config: ApplicationConfig;
  smaller(): Iterable<Candidate>;
}

/** A {@link GeneratorSpec} whose descriptions are its own affair. */
export interface ApplicationGenerator {
  readonly name: string;
  readonly oracle: string;
  readonly plugins: readonly Plugin[];
  /** The text of a requirements file. */
  readonly requirements: string;
  candidate(random: Random): Candidate;
}

/** The environments in which every application is served: what is there in one alone is served under a condition. */
export const variants: readonly Readonly<Record<string, string>>[] = [{}, { FEATURE: "on" }];

export function defineGenerator<D>(spec: GeneratorSpec<D>): ApplicationGenerator {
  const candidate = (description: D): Candidate => ({
    sources: spec.render(description),
    config: spec.config?.(description) ?? { application: "main:app" },
    smaller: function* () {
      for (const one of spec.smaller(description)) yield candidate(one);
    },
  });
  return { name: spec.name, oracle: spec.oracle ?? spec.name, plugins: spec.plugins, requirements: `${spec.requirements.join("\n")}\n`, candidate: (random) => candidate(spec.generate(random)) };
}
