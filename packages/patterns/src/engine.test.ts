import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadEngine } from "./engine.ts";
import { loadNative } from "./native-engine.ts";
import { nativeFolderIn } from "./native-folder.ts";
import { PatternError } from "./pattern-error.ts";

const nativeFolder = process.env["MUSTER_NATIVE"] ?? nativeFolderIn(join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "muster"));
const auto = await loadEngine(nativeFolder === undefined ? {} : { nativeFolder });
const portable = await loadEngine({ engine: "portable" });

it("what is said of a missing addon names no path of the machine", () => {
  const missing = loadNative(join(homedir(), "no-such-folder"));
  const reason = missing.status === "missing" ? missing.reason : "";
  expect(reason).not.toContain(homedir());
});

it("a native engine that cannot be had is an error only to those who insist on it", async () => {
  const insisted = loadEngine({ engine: "native", nativeFolder: join(homedir(), "no-such-folder") }).then(
    (engine) => engine.name,
    (error: unknown) => (error instanceof PatternError ? error.name : "another error"),
  );
  expect(["native", "PatternError"]).toContain(await insisted);
  expect(["native", "portable"]).toContain((await loadEngine()).name);
});

it("the portable engine, where it was asked for, gives no reason", () => {
  expect(portable).toMatchObject({ name: "portable" });
  expect(portable.reason).toBeUndefined();
});

describe.each([
  ["a group that takes no part", "(a)(b)?(c+)", "xéacc"],
  ["a lazy repeat", "k[a-z]{0,9}?=(\\d+)", "key=12 kk=3"],
  ["letters in either case", "(?i:KEY)[ -~]", "Key! ſ K"],
  ["a negated class over many bytes", "\"([^\"\\n]{1,8})\"", '"äöü" "x"'],
  ["nothing", "zzz+", "zz z"],
  ["the leftmost and not the longest", "a|ab|abc", "abc"],
])("with %s", (_, source, text) => {
  // Without a built addon both are the portable one; the whole set of formats is compared where the addon is there.
  it("both engines find the same at every start", () => {
    const bytes = Buffer.from(text);
    for (let from = 0; from <= bytes.length; from++) {
      if (((bytes[from] ?? 0) & 0xc0) === 0x80) continue;
      expect(auto.compile(source, false).find(bytes, from)).toEqual(portable.compile(source, false).find(bytes, from));
    }
  });
});
