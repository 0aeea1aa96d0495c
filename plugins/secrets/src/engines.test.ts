import { homedir } from "node:os";
import { join } from "node:path";
import { compileRules, type Engine, loadEngine, nativeFolderIn, type RuleScan } from "@muster/patterns";
import { describe, expect, it } from "vitest";
import { formats } from "./formats.ts";

const nativeFolder = process.env["MUSTER_NATIVE"] ?? nativeFolderIn(join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "muster"));
const portable = await loadEngine({ engine: "portable" });
const native = await loadEngine(nativeFolder === undefined ? {} : { nativeFolder });

/** Every example among the others' pieces: cut, joined, doubled, in the wrong case, on one line and on many. */
function corpus(): Buffer[] {
  const examples = formats.flatMap((format) => format.examples().map(({ text }) => text));
  let state = 11;
  const draw = (bound: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
  const pick = (): string => examples[draw(examples.length)] ?? "";
  const pieces = Array.from({ length: 400 }, () => {
    const example = pick();
    switch (draw(6)) {
      case 0:
        return example.slice(0, draw(example.length));
      case 1:
        return example.slice(draw(example.length));
      case 2:
        return example.replaceAll("\n", " ");
      case 3:
        return example.toUpperCase();
      case 4:
        return `é${example.trimEnd()}ü`;
      default:
        return example + pick();
    }
  });
  return [Buffer.from(examples.join("")), ...Array.from({ length: 40 }, (_, index) => Buffer.from(pieces.slice(index * 10, index * 10 + 10).join(index % 3 === 0 ? "" : "\n")))];
}

function summary(scan: RuleScan): string[] {
  return scan.matches.map((match) => `${match.rule.id} ${match.start}-${match.end} ${match.valueStart}-${match.valueEnd} ${match.group} ${match.refused ?? ""}`);
}

/** Which secrets were found where. A name with two keywords in it may be entered at either. */
function secretsOf(scan: RuleScan): string[] {
  return [...new Set(scan.matches.map((match) => `${match.rule.id} ${match.valueStart}-${match.valueEnd} ${match.refused ?? ""}`))].sort();
}

const texts = corpus();
const set = (engine: Engine) => compileRules(formats, engine);

describe("every format over its examples and over pieces of all", () => {
  // Where no addon was built this compares the portable engine with itself; the set-up of the tests builds one.
  it("gives the same matches with both engines", () => {
    const [one, other] = [set(native), set(portable)];
    for (const text of texts) expect(summary(one.scan(text))).toEqual(summary(other.scan(text)));
  });

  it("gives the same secrets by windows as over the whole file", () => {
    const rules = set(native);
    for (const text of texts) expect(secretsOf(rules.scan(text))).toEqual(secretsOf(rules.scanWhole(text)));
  });
});
