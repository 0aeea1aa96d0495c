import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { PeriodReport } from "@muster/contract";
import { expect, test } from "vitest";
import { muster } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

const open = 'from fastapi import FastAPI\n\napp = FastAPI(openapi_url=None)\n\n\n@app.delete("/items/{item_id}")\ndef delete_item(item_id: int):\n    return {}\n';
const guarded = open.replace("import FastAPI", "import Depends, FastAPI\nfrom fastapi.security import HTTPBearer").replace("{item_id}\")", '{item_id}", dependencies=[Depends(HTTPBearer())])');

test("a period is reported from ledger and history: pushes, scans, a violation, its waiver, and the same bytes again", async () => {
  using folder = new TemporaryFolder({ "shop/main.py": guarded });
  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=mallory@example.com", ...args], { cwd: folder.at("shop"), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  const commit = (text: string): string => {
    writeFileSync(folder.at("shop/main.py"), text);
    git("add", ".");
    git("commit", "-qm", "change");
    return git("rev-parse", "HEAD");
  };
  const run = async (...args: readonly string[]) => {
    const done = await muster(args, folder.path);
    expect([0, 1], done.stderr).toContain(done.status);
    return done;
  };
  git("init", "-q", "-b", "main");
  const first = commit(guarded);
  await run("ledger", "evidence", "--name", "ledger.example.com/shop");
  const checkpoint = readFileSync(folder.at("evidence/checkpoint"), "utf8");
  await run("pushed", "evidence", "shop", "--before", "0".repeat(40), "--after", first, "--actor", "mallory@example.com");
  await run("scan", "shop", "--ledger", "evidence");
  const second = commit(open);
  await run("pushed", "evidence", "shop", "--before", first, "--after", second);
  await run("scan", "shop", "--ledger", "evidence");
  const waive = ["waive", "evidence", "--control", "AUTHN-01", "--endpoint", "DELETE /items/{id}", "--reason", "A shop in a closed network.", "--meanwhile", "The network.", "--requester", "ann", "--expires", new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)];
  expect(await muster([...waive, "--approver", "Ann"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("are the same") });
  expect(await muster([...waive.map((word) => word.replace("DELETE /items/{id}", "DELETE /*")), "--approver", "bob"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("It is for everything") });
  await run(...waive, "--approver", "bob");
  const third = commit(guarded);
  await run("pushed", "evidence", "shop", "--before", second, "--after", third);

  await run("publish", "evidence", "--note", "shop", "--file", "elsewhere");
  expect(git("notes", "--ref=muster", "show", "HEAD")).toBe(readFileSync(folder.at("elsewhere"), "utf8").trim());
  expect(await muster(["publish", "evidence", "--witness", "http://127.0.0.1:9/add-checkpoint"], folder.path)).toMatchObject({ status: 3, stderr: expect.stringContaining("could not be reached") });

  const made = await run("report", "shop", "--from", first, "--ledger", "evidence", "--format", "json");
  const report: PeriodReport = JSON.parse(made.stdout);
  expect(report.population.units.map(({ commit: id, scan, clock }) => [id, scan, clock])).toEqual([[first, "on-time", "push"], [second, "on-time", "push"], [third, "missing", "push"]]);
  expect(report.completeness.deviations.map(({ kind, commit: id }) => [kind, id])).toEqual([["scan-missing", third]]);
  const violation = report.violations.find(({ control }) => control === "AUTHN-01");
  expect(violation).toMatchObject({ endpoint: "DELETE /items/{item_id}", introduced: second, mended: third });
  expect(violation?.waivedHours).toBeGreaterThan(0);
  expect(violation?.waivedHours).toBeLessThan(violation?.hours ?? 0);
  expect(report.controls.find(({ control }) => control === "AUTHN-01")).toMatchObject({ verdict: "deviations noted" });
  expect(report.completeness.ledger?.published.map(({ to }) => to.split(" ")[0])).toEqual(["refs/notes/muster", folder.at("elsewhere")]);
  expect(report.waivers).toMatchObject([{ state: "expiring", target: "DELETE /items/{id}" }]);
  expect(made.stdout).not.toMatch(/mallory|\bann\b|\bbob\b/iu);

  await run("report", "shop", "--from", first, "--ledger", "evidence", "--keep", "--output", "p.html", "--output", "p.md", "--output", "p.csv", "--output", "p.oscal.json", "--output", "p.sarif", "--output", "p.txt");
  expect(readFileSync(folder.at("p.csv"), "utf8").trim().split("\r\n")).toHaveLength(4);
  expect(JSON.parse(readFileSync(folder.at("p.oscal.json"), "utf8"))).toHaveProperty("assessment-results");
  expect(readFileSync(folder.at("p.txt"), "utf8")).toContain("for a CPA to judge");

  expect((await run("reperform", second, "shop", "--ledger", "evidence")).stdout).toContain(`gives the very bytes of record`);
  expect(await muster(["reperform", third, "shop", "--ledger", "evidence"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("holds no scan") });

  await run("bundle", "evidence", "taken");
  expect((await run("verify", "taken")).stdout).toContain("is sound");
  const population = readdirSync(folder.at("taken/files")).find((file) => readFileSync(folder.at(`taken/files/${file}`), "utf8").startsWith("commit,")) ?? "";
  expect(readFileSync(folder.at(`taken/files/${population}`), "utf8")).toBe(readFileSync(folder.at("p.csv"), "utf8"));
  writeFileSync(folder.at(`taken/files/${population}`), readFileSync(folder.at("p.csv"), "utf8").replace(third, second));
  expect(await muster(["verify", "taken"], folder.path)).toMatchObject({ status: 1, stdout: expect.stringContaining("was changed") });

  // Whoever kept a checkpoint sees that the ledger continues it, and that another one does not.
  writeFileSync(folder.at("kept"), checkpoint);
  expect((await run("verify", "evidence", "--checkpoint", "kept")).stdout).toContain("is sound");
  const now = readFileSync(folder.at("evidence/checkpoint"), "utf8");
  writeFileSync(folder.at("kept"), now);
  writeFileSync(folder.at("evidence/checkpoint"), checkpoint);
  expect(await muster(["verify", "evidence", "--checkpoint", "kept"], folder.path)).toMatchObject({ status: 1, stdout: expect.stringContaining("it was rolled back") });
});
