import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { muster } from "./muster.ts";
import { open } from "./shop.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

const app = open.replace('FastAPI(title="Shop")', "FastAPI(openapi_url=None)");
const later = app.replace('"/me", dependencies=[Depends(current_user)]', '"/me"').replace('"/items/{item_id}"', '"/v2/items/{item_id}"');

function shop(): TemporaryFolder {
  const folder = new TemporaryFolder({ "shop/app.py": app });
  const git = (...args: readonly string[]): void => void execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", ...args], { cwd: folder.at("shop"), stdio: "ignore" });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "one");
  git("tag", "one");
  writeFileSync(folder.at("shop/app.py"), later);
  git("commit", "-qam", "two");
  return folder;
}

test("scan --since tells what changed; only what is new fails", async () => {
  using folder = shop();
  const run = await muster(["scan", "shop", "--since", "one"], folder.path);
  expect(run.status).toBe(1);
  expect(run.stdout).toContain("ENDPOINTS   0 added · 0 removed · 1 renamed · 1 changed in posture or guards · 0 unchanged");
  expect(run.stdout).toContain("DELETE /items/{item_id} → DELETE /v2/items/{item_id}");
  expect(run.stdout).toMatch(/GET \/me: protected → public/u);
  expect(run.stdout).toMatch(/FINDINGS {3}1 new · 0 fixed · [1-9]\d* unchanged/u);
  expect(run.stdout).toContain('@app.get("/me")');
  expect(await muster(["scan", "shop", "--since", "HEAD"], folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("✓ No new finding at medium or above.") });
  expect(await muster(["scan", "shop", "--since", "one", "--fail-on", "critical"], folder.path)).toMatchObject({ status: 0 });
});

test("diff compares two commits without touching the work tree, and says the same of two results", async () => {
  using folder = shop();
  writeFileSync(folder.at("shop/app.py"), "raise SystemExit\n");
  const commits = await muster(["diff", "one", "main", "shop", "--format", "json"], folder.path);
  expect(commits.status).toBe(1);
  const diff: unknown = JSON.parse(commits.stdout);
  expect(diff).toMatchObject({ schema: "muster.diff/1", endpoints: { renamed: [{ after: { path: "/v2/items/{item_id}" } }], changed: [{ after: { path: "/me", posture: "public" } }] }, findings: { new: [{ rule: "auth/public-read" }], fixed: [] }, notes: [] });
  const ajv = new Ajv2020({ allErrors: true });
  ajv.addSchema(JSON.parse(readFileSync(new URL("../../../schemas/scan-result.schema.json", import.meta.url), "utf8")));
  const validate = ajv.compile(JSON.parse(readFileSync(new URL("../../../schemas/scan-diff.schema.json", import.meta.url), "utf8")));
  validate(diff);
  expect(validate.errors).toBeNull();
  expect(readFileSync(folder.at("shop/app.py"), "utf8")).toBe("raise SystemExit\n");

  for (const [name, text] of [["before", app], ["after", later]] as const) {
    writeFileSync(folder.at("shop/app.py"), text);
    await muster(["scan", "shop", "--output", `${name}.json`], folder.path);
  }
  const results = await muster(["diff", "before.json", "after.json", "shop", "--format", "json"], folder.path);
  expect(results.status).toBe(1);
  expect(JSON.parse(results.stdout)).toMatchObject({ findings: { new: [{ rule: "auth/public-read" }], fixed: [] } });
  const comment = await muster(["diff", "before.json", "after.json", "--format", "markdown"], folder.path);
  expect(comment.stdout).toContain("### Muster: ✗ 1 new finding at medium or above");
});

test("SARIF of a change holds every finding, and says which are new", async () => {
  using folder = shop();
  const { stdout } = await muster(["scan", "shop", "--since", "one", "--format", "sarif"], folder.path);
  const { runs } = JSON.parse(stdout) as { readonly runs: readonly [{ readonly results: readonly { readonly ruleId: string; readonly baselineState: string }[] }] };
  expect(runs[0].results.filter(({ baselineState }) => baselineState === "new").map(({ ruleId }) => ruleId)).toEqual(["auth/public-read"]);
  expect(runs[0].results.filter(({ baselineState }) => baselineState === "unchanged").length).toBeGreaterThan(0);
});

test.each([
  [["scan", "shop", "--since", "nothing"], "There is no commit nothing in"],
  [["scan", "shop", "--since", "one", "--format", "html"], "There is no format"],
  [["diff", "one"], "muster diff needs two commits"],
  [["diff", "bad.json", "one", "shop"], "is no result of this version of Muster"],
] as const)("muster %j ends with status 2 and says why", async (args, said) => {
  using folder = shop();
  writeFileSync(folder.at("bad.json"), "{}");
  expect(await muster(args, folder.path)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(said) });
});
