import { describe, expect, test } from "vitest";
import { muster } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

describe("wrong use ends with status 2 and says what to do", () => {
  test.each([
    [["scna", "."], 'There is no command "scna". Did you mean scan?'],
    [["scan"], "muster scan needs a folder."],
    [["scan", "absent"], "There is no folder"],
    [["scan", "app.py"], "is a file, not a folder."],
    [["scan", ".", "more"], 'takes no operand "more"'],
    [["scan", ".", "--fail-on", "hihg"], "Did you mean high?"],
    [["scan", ".", "--threads", "none"], "is no number of threads"],
    [["scan", ".", "--output", "absent/scan.json"], "cannot be written (ENOENT)"],
    [["scan", ".", "--config", "absent.json"], "cannot be read"],
    [["explain"], "muster explain needs an endpoint."],
  ])("muster %j", async (args, message) => {
    using folder = new TemporaryFolder({ "app.py": "" });
    const run = await muster(args, folder.path);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(`muster: `);
    expect(run.stderr).toContain(message);
    expect(run.stdout).toBe("");
  });

  test("a configuration with a typo", async () => {
    using folder = new TemporaryFolder({ "muster.config.json": '{ "rules": { "auth/public-read": "of" } }' });
    const run = await muster(["scan", "."], folder.path);
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('- rules["auth/public-read"] is "of". Did you mean off?') });
  });

  test("a plugin in a configuration without --trust-config, which is not run", async () => {
    using folder = new TemporaryFolder({ "muster.config.json": '{ "plugins": { "own": { "from": "./own.mjs" } } }', "own.mjs": 'console.log("it ran");' });
    const run = await muster(["scan", "."], folder.path);
    expect(run).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("--trust-config") });
  });

  test("a repository that describes its own guards without --trust-config", async () => {
    using folder = new TemporaryFolder({ "muster.config.json": '{ "guards": [{ "name": "acme.guard", "form": "call", "reason": "It is fine." }] }' });
    const run = await muster(["scan", "."], folder.path);
    expect(run).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("describes guards or routers: acme.guard") });
  });

  test("a repository that names a gateway in front of itself without --trust-config", async () => {
    using folder = new TemporaryFolder({ "muster.config.json": '{ "plugins": { "limits": { "options": { "gateway": "Kong, somewhere else" } } } }' });
    const run = await muster(["scan", "."], folder.path);
    expect(run).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("sets plugins.limits.options.gateway") });
  });

  test("descriptions in the options of a plugin", async () => {
    using folder = new TemporaryFolder({ "muster.config.json": '{ "plugins": { "python": { "options": { "guards": [] } } } }' });
    const run = await muster(["scan", ".", "--trust-config"], folder.path);
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('Write "guards" at the top of the configuration') });
  });

  test("a configuration that names native code to load", async () => {
    using folder = new TemporaryFolder({ "muster.config.json": '{ "plugins": { "secrets": { "options": { "nativeFolder": "./native" } } } }' });
    const run = await muster(["scan", ".", "--trust-config"], folder.path);
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining("plugins.secrets.options.nativeFolder") });
  });
});

test("help and version are printed to standard output with status 0", async () => {
  using folder = new TemporaryFolder();
  const help = await muster(["--help"], folder.path);
  expect(help).toMatchObject({ status: 0, stderr: "" });
  for (const name of ["scan", "inventory", "explain", "rules"]) {
    expect(help.stdout).toContain(`  ${name} `);
    const own = await muster([name, "--help"], folder.path);
    expect(own).toMatchObject({ status: 0, stdout: expect.stringContaining("Examples") });
  }
  expect(await muster(["--version"], folder.path)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^muster \d+\.\d+\.\d+\n$/u) });
});
