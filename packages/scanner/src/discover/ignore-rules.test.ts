import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ignoreLines, ignoreRules } from "./ignore-rules.ts";

const paths = [
  "a", "a.py", "a.pyc", "ab.py", "b", "build/x", "src/build/x", "src/build", "src/a.log", "src/deep/er/a.log", "docs/_build/index.html", "docs/x/_build/y", "foo/bar", "foo/bar/baz", "x/foo/bar",
  "keep.log", "logs/keep.log", "#hash", "!bang", "with space", "trail ", "star*name", "q?mark", "[set]", "a]b", "a-b", "a^b", "abc/def/ghi", "abc/ghi", "abc/x/y/ghi", "Makefile", "makefile", "é.txt", "deep/é.txt", "back\\slash", "dir.d/file", "z1", "z9", "zz", "z-", ".env", ".env.local", "src/.env",
];

const lists: Record<string, string> = {
  "plain names": "a\nbuild\n",
  "folders only": "build/\nb/\n",
  "suffixes and classes": "*.py[co]\n*.log\nz[0-8]\nz[!0-9]\n",
  "negation, the last one wins": "*.log\n!keep.log\nlogs/\n",
  "negation before": "!keep.log\n*.log\n",
  "anchored": "/a\n/src/build\nfoo/bar\n",
  "double stars": "**/bar\nabc/**/ghi\nlogs/**\n",
  "double stars in the middle of a name": "a**y\nsr**/build\n",
  "escapes": "\\#hash\n\\!bang\ntrail\\ \nstar\\*name\nq\\?mark\n\\[set]\nback\\\\slash\n",
  "trailing spaces": "a   \nwith space\n",
  "odd classes": "a[]]b\na[-]b\na[\\^]b\n[\na[b\n[[:upper:]]akefile\nz[[:digit:]-]\n",
  "comments and blanks": "# a\n\n   \na.py\n",
  "carriage returns and a mark": "\uFEFFa.py\r\n*.log\r\n",
  "a lone star and what it spares": "*\n!*/\n!*.py\n",
  "a slash alone": "/\n//\na//b\n",
  "not only ASCII": "é.txt\n",
  "dots": ".env*\n",
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "muster-ignore-"));
  execFileSync("git", ["init", "-q"], { cwd: root });
  for (const path of paths) {
    const file = join(root, path);
    if (paths.some((other) => other.startsWith(`${path}/`))) mkdirSync(file, { recursive: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, "");
    }
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each(Object.entries(lists))("reads %s as git does", (_, text) => {
  writeFileSync(join(root, ".gitignore"), text);
  const listed = execFileSync("git", ["-c", "core.excludesFile=/dev/null", "ls-files", "-z", "--others", "--exclude-per-directory=.gitignore"], { cwd: root, encoding: "utf8" }).split("\0").filter((path) => path !== "" && path !== ".gitignore");
  const says = ignoreRules(ignoreLines(text));
  const isFolder = (path: string): boolean => paths.some((other) => other.startsWith(`${path}/`));
  const kept = paths.filter((path) => {
    if (isFolder(path)) return false;
    const parts = path.split("/");
    return !parts.some((__, depth) => says(parts.slice(0, depth + 1).join("/"), depth < parts.length - 1) === "ignored");
  });
  expect(kept.sort()).toEqual(listed.sort());
});

test("a line of stars cannot hang it", () => {
  const says = ignoreRules([`${"*a".repeat(60)}b`, `${"**/a/".repeat(60)}b`]);
  expect(says("a".repeat(250), false)).toBe("nothing");
  expect(says(Array(200).fill("a").join("/"), false)).toBe("nothing");
});
