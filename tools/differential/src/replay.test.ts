import { expect, test } from "vitest";
import { readCases } from "./case-folder.ts";
import { compare } from "./compare.ts";
import { loadGenerators } from "./generators.ts";

const plugins = new Map((await loadGenerators()).map((generator) => [generator.name, generator.plugins]));

/** What the framework serves stands beside each: no Python is needed. */
test.each(readCases())("$framework/$name, which Muster once got wrong, is what the framework serves", async ({ framework, sources, application, served }) => {
  expect(await compare(plugins.get(framework) ?? [], sources, application, served)).toEqual([]);
});
