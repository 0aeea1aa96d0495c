import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { EndpointEvidence } from "@muster/contract";
import { expect, test } from "vitest";
import { muster } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

const open = 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.delete("/items/{item_id}")\ndef delete_item(item_id: int):\n    return {}\n';
const guarded = open.replace("import FastAPI", "import Depends, FastAPI\nfrom fastapi.security import HTTPBearer").replace("{item_id}\")", '{item_id}", dependencies=[Depends(HTTPBearer())])');

test("who is let in, which commit brought it and what signs it are told of a commit, kept in the ledger or not", async () => {
  using folder = new TemporaryFolder({ "shop/main.py": open });
  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=mallory@example.com", ...args], { cwd: folder.at("shop"), encoding: "utf8" }).trim();
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-qm", "open");
  writeFileSync(folder.at("shop/main.py"), guarded);
  git("commit", "-qam", "guarded");
  const [first, second] = [git("rev-parse", "HEAD~1"), git("rev-parse", "HEAD")];
  await muster(["ledger", "evidence", "--name", "ledger.example.com/shop"], folder.path);
  expect((await muster(["scan", "shop", "--ledger", "evidence"], folder.path)).stderr).toContain("record 1 of");

  const now = await muster(["evidence", "DELETE /items/{id}", "shop", "--ledger", "evidence"], folder.path);
  expect(now.status, now.stderr).toBe(0);
  expect(now.stdout).toMatch(/WHO IS LET IN +\S+ callers with a valid credential/);
  expect(now.stdout).toContain(`since ${second.slice(0, 12)}`);
  expect(now.stdout).toContain("record 1 of ledger.example.com/shop");
  expect(now.stdout.split("\n").length).toBeLessThan(50);
  expect(now.stdout).not.toContain("mallory");

  const before = await muster(["evidence", "DELETE /items/{id}", "shop", "--ledger", "evidence", "--at", "HEAD~1", "--format", "json"], folder.path);
  const [answer]: readonly EndpointEvidence[] = JSON.parse(before.stdout);
  expect(answer).toMatchObject({ commit: first, posture: "public", endpoint: { path: "/items/{item_id}" } });
  expect(answer).not.toHaveProperty("record");
  expect(answer?.controls.find(({ control }) => control === "AUTHN-01")).toMatchObject({ status: "fail", criteria: [{ id: "CC6.1" }, { id: "CC6.6" }], steps: [expect.objectContaining({ brought: expect.objectContaining({ commit: first }) }), ...Array.from({ length: (answer?.controls.find(({ control }) => control === "AUTHN-01")?.steps.length ?? 1) - 1 }, () => expect.anything())] });

  const kept = await muster(["evidence", "DELETE /items/{id}", "shop", "--ledger", "evidence", "--format", "json"], folder.path);
  const [proved]: readonly EndpointEvidence[] = JSON.parse(kept.stdout);
  expect(proved?.record).toMatchObject({ sequence: 1, proof: expect.stringContaining("c2sp.org/tlog-proof@v1\nindex 1\n"), bundle: expect.stringContaining("dsseEnvelope") });

  // The result is believed for its digest alone.
  writeFileSync(folder.at(`evidence/results/${proved?.record?.resultSha256 ?? ""}.json`), "{}");
  expect(await muster(["evidence", "DELETE /items/{id}", "shop", "--ledger", "evidence"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("was changed") });
  expect(await muster(["evidence", "DELETE /item/{id}", "shop"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("DELETE /items/{item_id}") });
  expect(await muster(["evidence", "DELETE /items/{id}", "shop", "--at", "1999-01-01"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("had no commit on 1999-01-01") });
});
