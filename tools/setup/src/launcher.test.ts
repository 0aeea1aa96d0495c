import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { repository } from "./repository.mjs";

const whereSh = process.platform === "win32" ? test.skip : test;
let folder: string;
let checkout: string;

/** A checkout with the real launcher, a set-up that only says it ran, and a scanner that prints how it was called. */
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "muster launcher ")));
  checkout = path.join(folder, "the checkout");
  for (const part of ["apps/cli/src", "tools/setup/src", "node_modules/.muster", "elsewhere"]) mkdirSync(path.join(checkout, part), { recursive: true });
  copyFileSync(path.join(repository, "muster"), path.join(checkout, "muster"));
  chmodSync(path.join(checkout, "muster"), 0o755);
  writeFileSync(path.join(checkout, "package-lock.json"), "{}");
  writeFileSync(path.join(checkout, "package.json"), `{ "type": "module" }`);
  writeFileSync(
    path.join(checkout, "apps/cli/src/main.ts"),
    `const args: string[] = process.argv.slice(2); console.log(JSON.stringify({ args, cwd: process.cwd(), execArgv: process.execArgv })); process.exitCode = Number(args[0] ?? 0);`,
  );
  writeFileSync(path.join(checkout, "tools/setup/src/prepare.mjs"), `console.error("set-up ran"); process.exitCode = 3;`);
  writeFileSync(path.join(checkout, "node_modules/.muster/node"), `${process.execPath}\n${process.version}\n`);
  writeFileSync(path.join(checkout, "node_modules/.muster/package-lock.json"), "{}");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

whereSh("where set-up is current the scanner gets the arguments, the user's folder and the last word on the exit status", () => {
  const cwd = path.join(checkout, "elsewhere");
  const run = spawnSync(path.join(checkout, "muster"), ["1", "two words", "*", ""], { cwd, encoding: "utf8" });
  expect(JSON.parse(run.stdout)).toEqual({ args: ["1", "two words", "*", ""], cwd, execArgv: ["--conditions=@muster/source"] });
  expect(run.stderr).toBe("");
  expect(run.status).toBe(1);
});

whereSh("it works through a relative symlink to a symlink", () => {
  symlinkSync(path.join("the checkout", "muster"), path.join(folder, "first"));
  symlinkSync("first", path.join(folder, "second"));
  const output = execFileSync(path.join(folder, "second"), ["0"], { cwd: "/", encoding: "utf8" });
  expect(JSON.parse(output)).toMatchObject({ args: ["0"], cwd: "/" });
});

whereSh("a changed lock file leads to set-up, whose failure is the exit status", () => {
  writeFileSync(path.join(checkout, "package-lock.json"), `{ "changed": true }`);
  const run = spawnSync(path.join(checkout, "muster"), ["0"], { encoding: "utf8" });
  expect(run).toMatchObject({ status: 3, stdout: "", stderr: "set-up ran\n" });
});

whereSh("a Node that is no longer the one of the stamp leads to set-up", () => {
  writeFileSync(path.join(checkout, "node_modules/.muster/node"), `${process.execPath}\nv1.0.0\n`);
  expect(spawnSync(path.join(checkout, "muster"), [], { encoding: "utf8" }).stderr).toBe("set-up ran\n");
});

whereSh("without any Node it says what to install", () => {
  const tools = path.join(folder, "tools");
  mkdirSync(tools);
  const find = (name: string): string => execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
  for (const name of ["sh", "dirname", "readlink", "cmp"]) symlinkSync(find(name), path.join(tools, name));
  rmSync(path.join(checkout, "node_modules"), { recursive: true });
  const run = spawnSync(path.join(checkout, "muster"), [], { encoding: "utf8", env: { PATH: tools } });
  expect(run.status).toBe(3);
  expect(run.stderr).toContain("Install any Node from 20 up");
});
