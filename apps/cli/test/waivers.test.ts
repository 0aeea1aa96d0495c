import { readFileSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ScanResult } from "@muster/contract";
import { expect, test } from "vitest";
import { muster } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

const app = `from fastapi import FastAPI

app = FastAPI(openapi_url=None)


@app.delete("/items/{item_id}")
def delete_item(item_id: int) -> dict:
    return {}
`;

const scanned = async (folder: TemporaryFolder, ...args: readonly string[]): Promise<{ readonly status: number | null; readonly result: ScanResult }> => {
  const run = await muster(["scan", "shop", "--format", "json", ...args], folder.path);
  return { status: run.status, result: JSON.parse(run.stdout) as ScanResult };
};

test("a waiver takes findings out until its code changes or its term is over, and every report says so", async () => {
  using folder = new TemporaryFolder({ "shop/app.py": app });
  const first = await scanned(folder);
  expect(first.status).toBe(1);
  expect(first.result).not.toHaveProperty("date");
  const code = first.result.endpoints[0]?.handler.code ?? "";
  const waivers = first.result.findings.map(({ fingerprint, rule }, index) => ({ ...(index === 0 ? { finding: fingerprint } : { endpoint: "DELETE /items/{id}", rule }), code, reason: "Only reached from the cluster", owner: "ann@shop", expires: "2027-01-31" }));
  writeFileSync(folder.at("shop/muster.config.json"), JSON.stringify({ waivers }));

  const held = await scanned(folder, "--date", "2027-01-20");
  expect(held).toMatchObject({ status: 0, result: { findings: [], date: "2027-01-20", waivers: waivers.map(() => ({ status: "expiring", note: "It ends in 11 days, on 2027-01-31." })) } });
  expect(held.result.waived).toHaveLength(first.result.findings.length);
  expect(held.result.results).toEqual(first.result.results);
  const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(new URL("../../../schemas/scan-result.schema.json", import.meta.url), "utf8")));
  validate(held.result);
  expect(validate.errors).toBeNull();
  for (const format of ["terminal", "html", "markdown", "csv", "sarif"]) {
    const { stdout } = await muster(["scan", "shop", "--format", format, "--date", "2027-01-20"], folder.path);
    expect(stdout.replaceAll(/\s+/gu, " "), format).toContain("Only reached from the cluster");
  }

  expect(await scanned(folder, "--date", "2027-02-01")).toMatchObject({ status: 1, result: { waived: [], waivers: waivers.map(() => ({ status: "expired" })) } });

  writeFileSync(folder.at("shop/app.py"), `# A line above moves the code, and does not change it.\n${app}`);
  expect((await scanned(folder, "--date", "2027-01-01")).result.waived).toHaveLength(waivers.length);
  writeFileSync(folder.at("shop/app.py"), app.replace("return {}", "return drop(item_id)"));
  expect(await scanned(folder, "--date", "2027-01-01")).toMatchObject({ status: 1, result: { waived: [], waivers: waivers.map(() => ({ status: "revoked" })) } });
}, 120_000);

test("an approval that has ended approves nothing; one that names another code neither", async () => {
  using folder = new TemporaryFolder({ "shop/app.py": app });
  const code = (await scanned(folder)).result.endpoints[0]?.handler.code ?? "";
  const approval = { method: "DELETE", path: "/items/*", reason: "a demonstration", owner: "ann", expires: "2027-01-31" };
  const approved = async (date: string, more: object): Promise<readonly unknown[]> => {
    writeFileSync(folder.at("shop/muster.config.json"), JSON.stringify({ public: [{ ...approval, ...more }] }));
    const { findings, waivers } = (await scanned(folder, "--date", date)).result;
    return [findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("auth/")), waivers[0]?.status];
  };
  expect(await approved("2027-01-01", { code })).toEqual([[], "active"]);
  expect(await approved("2027-01-31", { code: ["0123", code] })).toEqual([[], "expiring"]);
  expect(await approved("2027-02-01", { code })).toEqual([["auth/public-write"], "expired"]);
  expect(await approved("2027-01-01", { code: "0123" })).toEqual([["auth/public-write"], "revoked"]);
  expect(await approved("2027-01-01", {})).toEqual([["auth/public-write"], "revoked"]);

  writeFileSync(folder.at("shop/app.py"), app.replace("return {}", "return drop(item_id)"));
  expect(await approved("2027-01-01", { code })).toEqual([["auth/public-write"], "revoked"]);
}, 240_000);

test.each([
  [{ finding: "ab", rule: "auth/public-write", reason: "why", owner: "ann", expires: "2027-01-31" }, 'names either a "finding", or an "endpoint" and a "rule"'],
  [{ endpoint: "DELETE /items/{id}", reason: "why", owner: "ann", expires: "2027-01-31" }, 'lacks "rule"'],
  [{ finding: "ab", owner: "ann", expires: "2027-01-31" }, 'lacks "reason"'],
  [{ finding: "ab", reason: "why", expires: "2027-01-31" }, 'lacks "owner"'],
  [{ finding: "ab", reason: "why", owner: "ann" }, 'lacks "expires"'],
  [{ finding: "ab", reason: "why", owner: "ann", expires: "2027-02-30" }, '"2027-02-30" is no day of the calendar'],
  [{ endpoint: "DELETE /items/{id}", rule: "auth/public-wrte", reason: "why", owner: "ann", expires: "2027-01-31" }, "Did you mean auth/public-write?"],
])("a waiver %j is refused", async (waiver, said) => {
  using folder = new TemporaryFolder({ "shop/app.py": app, "shop/muster.config.json": JSON.stringify({ waivers: [waiver] }) });
  expect(await muster(["scan", "shop"], folder.path)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(said) });
});
