import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Timeline } from "@muster/contract";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { muster } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(new URL("../../../schemas/history.schema.json", import.meta.url), "utf8")));
const head = "from fastapi import Depends, FastAPI, HTTPException\nfrom fastapi.security import HTTPBearer\n\napp = FastAPI(openapi_url=None)\nscheme = HTTPBearer()\n\n\n";
const open = (path: string): string => `@app.delete("${path}")\ndef delete_item(item_id: int):\n    return {}\n`;
const guarded = (path: string): string => `@app.delete("${path}", dependencies=[Depends(scheme)])\ndef delete_item(item_id: int):\n    return {}\n`;
const other = '\n\n@app.get("/other", dependencies=[Depends(scheme)])\ndef other():\n    return {}\n';

class Repository extends TemporaryFolder {
  readonly commits: string[] = [];

  constructor() {
    super({ "shop/readme.md": "A shop.\n" });
    this.git("init", "-q", "-b", "main");
    this.commit("nothing to serve");
    this.write(head + open("/items/{item_id}"));
    this.commit("an open endpoint", "Mallory@example.com");
    this.git("checkout", "-qb", "side");
    this.write(head + open("/items/{item_id}") + other);
    this.git("commit", "-qam", "another endpoint");
    this.git("checkout", "-q", "main");
    this.git("merge", "-q", "--no-ff", "-m", "merge", "side");
    this.commits.push(this.git("rev-parse", "HEAD"));
    this.write(head + open("/v2/items/{item_id}") + other);
    this.commit("renamed");
    this.write(head + guarded("/v2/items/{item_id}") + other);
    this.commit("mended", "mallory@example.com");
    rmSync(this.at("shop/main.py"));
    this.commit("deleted");
  }

  git(...args: readonly string[]): string {
    return execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: this.at("shop"), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  }

  write(text: string): void {
    writeFileSync(this.at("shop/main.py"), text);
  }

  commit(message: string, author = "a@example.com"): void {
    this.git("add", "-A");
    this.git("commit", "-qm", message, "--author", `A <${author}>`);
    this.commits.push(this.git("rev-parse", "HEAD"));
  }
}

const timelineIn = (text: string): Timeline => JSON.parse(text);

test("who brought what and who mended it is told for every commit, through a rename, a merge and a deletion", async () => {
  using folder = new Repository();
  const [, opened, merged, renamed, mended, deleted] = folder.commits;
  const run = await muster(["history", "shop", "--format", "json"], folder.path);
  expect(run.status).toBe(0);
  const timeline = timelineIn(run.stdout);
  validate(timeline);
  expect(validate.errors).toBeNull();
  expect(timeline.commits.map(({ commit }) => commit)).toEqual(folder.commits);
  expect(timeline.commits.map(({ endpoints }) => endpoints.public + endpoints.protected)).toEqual([0, 1, 2, 2, 2, 0]);
  const item = timeline.endpoints.find(({ method }) => method === "DELETE");
  expect(item).toMatchObject({ path: "/v2/items/{item_id}", introduced: opened, mended: deleted, postures: [{ commit: opened, posture: "public" }, { commit: mended, posture: "protected" }], renames: [{ commit: renamed, from: "DELETE /items/{item_id}" }] });
  expect(timeline.endpoints.find(({ path }) => path === "/other")).toMatchObject({ introduced: merged, mended: deleted });
  expect(timeline.findings.find(({ rule }) => rule === "auth/public-write")).toMatchObject({ introduced: opened, mended, endpoint: item?.id });
  expect(timeline.results.find(({ control, endpoint }) => control === "AUTHN-01" && endpoint === item?.id)).toMatchObject({ status: "fail", introduced: opened, mended });
  // One person, written in two ways; and no address anywhere.
  const by = (commit: string | undefined): string | undefined => timeline.commits.find((one) => one.commit === commit)?.author;
  expect(by(opened)).toMatch(/^[0-9a-f]{12}$/);
  expect([by(mended), by(renamed) === by(opened)]).toEqual([by(opened), false]);
  expect(run.stdout.toLowerCase()).not.toContain("mallory");
});

test("the reports agree, and a later run says the same without scanning", async () => {
  using folder = new Repository();
  const first = await muster(["history", "shop", "--since", folder.commits[1] ?? "", "--output", "h.html", "--output", "h.csv", "--output", "h.txt", "--format", "json"], folder.path);
  expect(first.status, first.stderr).toBe(0);
  const timeline = timelineIn(first.stdout);
  expect(timeline.commits[0]?.commit).toBe(folder.commits[1]);
  expect(timeline.findings.find(({ rule }) => rule === "auth/public-write")).toMatchObject({ before: true });
  const page = readFileSync(folder.at("h.html"), "utf8");
  expect(page).toContain("<svg");
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3)/);
  expect(readFileSync(folder.at("h.csv"), "utf8")).toContain("finding,auth/public-write");
  const text = readFileSync(folder.at("h.txt"), "utf8");
  expect(text).toContain("AUTHN-01 fails no more on DELETE /v2/items/{item_id}");
  expect(text).toContain("DELETE /items/{item_id} is DELETE /v2/items/{item_id} now");
  const second = await muster(["history", "shop", "--since", folder.commits[1] ?? "", "--format", "json"], folder.path);
  expect(second.stdout).toBe(first.stdout);
});

test("what git's history cannot be trusted with is told, or refused", async () => {
  using folder = new Repository();
  folder.git("replace", folder.commits[4] ?? "", folder.commits[1] ?? "");
  writeFileSync(folder.at("shop/readme.md"), "More.\n");
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qam", "back-dated"], { cwd: folder.at("shop"), env: { ...process.env, GIT_COMMITTER_DATE: "2001-01-01T00:00:00Z" } });
  const told = timelineIn((await muster(["history", "shop", "--since", folder.commits[3] ?? "", "--format", "json"], folder.path)).stdout);
  // The back-dated commit counts, and the replaced one is what it was.
  expect(told.commits.map(({ commit }) => commit)).toEqual([...folder.commits.slice(3), folder.git("rev-parse", "HEAD")]);
  expect(told.deviations.map(({ kind }) => kind)).toEqual(["clock-back", "replaced-objects"]);
  writeFileSync(folder.at("shop/.git/info/grafts"), `${folder.commits[4] ?? ""}\n`);
  expect(timelineIn((await muster(["history", "shop", "--since", folder.commits[3] ?? "", "--format", "json"], folder.path)).stdout)).toMatchObject({ commits: told.commits, deviations: [...told.deviations, { kind: "grafts" }] });
  folder.git("replace", "-d", folder.commits[4] ?? "");
  const side = folder.git("rev-parse", "side");
  expect(await muster(["history", "shop", "--from", side], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("is not on the first-parent line") });
  expect(await muster(["history", "shop", "--since", "2026-01-01"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("not looked up by date") });
  folder.git("clone", "-q", "--depth", "2", `file://${folder.at("shop")}`, folder.at("shallow"));
  expect(await muster(["history", "shallow"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("is a shallow clone") });
});
