import { contractVersion, type Linker, type Plugin } from "@muster/contract";
import { documentExtractor } from "./documents/document-extractor.ts";
import { descriptionsSchema } from "./describe/descriptions.ts";
import { unmodelledFrameworks } from "./link/unmodelled.ts";
import { moduleExtractor } from "./parse/module-extractor.ts";
import { registrationSieve } from "./parse/registration-sieve.ts";

/** Links modules by evaluation. Loaded where linking happens, and not in every worker that parses. */
const pythonLinker: Linker = {
  name: "python",
  version: "2",
  language: "python",
  extensions: [".py"],
  extractor: moduleExtractor.name,
  documents: documentExtractor.name,
  sieve: registrationSieve.name,
  prepare: async () => {
    await import("./link/linker.ts");
  },
  link: async (input) => (await import("./link/start.ts")).startLinking(input),
};

/** Python: modules as summaries, and the linker that evaluates them for the frameworks that other plugins describe. */
const python: Plugin = {
  contract: contractVersion,
  name: "python",
  version: "0.1.0",
  options: descriptionsSchema,
  extractors: [moduleExtractor, documentExtractor, registrationSieve],
  linkers: [pythonLinker],
  frameworks: [unmodelledFrameworks],
};

export default python;
