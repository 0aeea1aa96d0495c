import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Ledger, readHeartbeat, readRefUpdate, readScanRun, readStatements, verifyLedger, type LedgerVerdict } from "@muster/evidence";
import { keepRefs, keepResult, noteRefMove, registerRepository, requestScan, startScan, type TenantRows } from "@muster/store";
import { onEachEngine, openTestDatabase, sampleResult, type TestDatabase } from "@muster/store/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLog } from "../log.ts";
import { EvidenceKeeper } from "./evidence-keeper.ts";
import { LedgerBooks } from "./ledger-books.ts";
import { ServiceKeys } from "./service-keys.ts";

const work = mkdtempSync(path.join(tmpdir(), "muster-keeper-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

onEachEngine((engine) => {
  let held: TestDatabase;
  beforeAll(async () => {
    held = await openTestDatabase(engine);
  }, 120_000);
  afterAll(() => held[Symbol.asyncDispose]());

  /** A repository with commits, known to the service, and ledgers of its own. */
  async function workbench(name: string) {
    const root = path.join(work, `${engine}-${name}`);
    const repositoryFolder = path.join(root, "shop");
    mkdirSync(repositoryFolder, { recursive: true });
    const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: repositoryFolder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    let commits = 0;
    const commit = (): string => {
      git("commit", "--quiet", "--allow-empty", `--message=change ${commits++}`);
      return git("rev-parse", "HEAD");
    };
    git("init", "--quiet", "--initial-branch=main");
    const { run } = await held.tenant();
    const books = new LedgerBooks({ folder: path.join(root, "ledgers"), keys: path.join(root, "keys"), name: "muster.test" });
    const mirrors = { folder: path.join(root, "mirrors"), policy: { roots: [root], protocols: ["https"], privateHosts: false }, credentials: { find: async () => undefined }, limits: { timeoutMs: 10_000, bytes: 1_000_000 } } as const;
    const keeper = (now?: () => Date): EvidenceKeeper => new EvidenceKeeper({ database: held.database, books, mirrors, scans: { plugins: [] }, log: openLog("silent"), ...(now !== undefined && { now }) });
    const { repository } = await run((rows) => registerRepository(rows, { name: "shop", location: repositoryFolder }));
    const { id } = repository;
    const scanned = (rows: TenantRows, sha: string): Promise<void> => keepScan(rows, id, sha);
    const verdict = (): Promise<LedgerVerdict> => verifyLedger(books.folderOf(id), [new ServiceKeys(path.join(root, "keys")).of(`muster.test/${id}`).verifier]);
    return { id, git, commit, run, books, keeper, scanned, verdict };
  }

  async function keepScan(rows: TenantRows, repository: number, sha: string): Promise<void> {
    await keepRefs(rows, repository, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit: sha }], commits: [{ sha, committedAt: new Date(), onMain: true }] });
    const { scan } = await requestScan(rows, { repository, reference: sha, priority: "batch" });
    await startScan(rows, scan.id);
    const result = sampleResult({ name: "shop", commit: sha, endpoints: 3, findings: 1 });
    await keepResult(rows, scan.id, { result, json: JSON.stringify(result) });
  }

  const typesIn = async (books: LedgerBooks, id: number): Promise<string[]> => [...((await books.read(id))?.entries() ?? [])].map(({ type }) => type);

  test("pushes and scans are recorded once, and once more after the database forgot that they were", async () => {
    const { id, git, commit, run, books, keeper, scanned, verdict } = await workbench("once");
    const [first, second] = [commit(), commit()];
    await run(async (rows) => {
      const move = { ref: "refs/heads/main", at: new Date(), source: "webhook" } as const;
      expect(await noteRefMove(rows, id, { ...move, before: "0".repeat(40), after: first, kind: "create" })).toBe(true);
      expect(await noteRefMove(rows, id, { ...move, before: first, after: second, kind: "fast-forward", actor: "a1" })).toBe(true);
      // What a look at the repository found and a host tells too is one move.
      expect(await noteRefMove(rows, id, { ...move, before: first, after: second, kind: "fast-forward" })).toBe(false);
      await scanned(rows, second);
    });
    await keeper().keepAll();
    expect(await typesIn(books, id)).toEqual(["key", "ref-update", "ref-update", "scan-run"]);
    const reader = await books.read(id);
    if (reader === undefined) throw new Error("there is no ledger");
    expect([...readStatements(reader, ["ref-update"])].map(readRefUpdate)).toMatchObject([{ after: first, kind: "create" }, { before: first, after: second, kind: "fast-forward", actor: "a1", source: "webhook" }]);
    expect([...readStatements(reader, ["scan-run"])].map(readScanRun)).toMatchObject([{ repository: "shop", commit: second, tree: git("rev-parse", "HEAD^{tree}"), mode: "post-merge" }]);

    // As a process that was killed between the ledger and the database leaves it.
    await run(async (rows) => {
      await rows.updateTable("muster.ref_update").set({ sequence: null }).where("repository_id", "=", id).execute();
      await rows.deleteFrom("muster.scan_record").where("repository_id", "=", id).execute();
    });
    await keeper().keepAll();
    expect(await typesIn(books, id)).toHaveLength(4);
    expect(await run((rows) => rows.selectFrom("muster.scan_record").select("sequence").where("repository_id", "=", id).execute())).toEqual([{ sequence: 3 }]);
    expect(await verdict()).toMatchObject({ status: "sound" });
  });

  test("a database has its ledgers in one folder, and a folder has those of one database", async () => {
    const [one, other] = [(await workbench("home")).books, (await workbench("elsewhere")).books];
    expect(await one.belongTo(held.database)).toBe(true);
    expect(await other.belongTo(held.database)).toBe(false);
    await using second = await openTestDatabase(engine);
    expect(await one.belongTo(second.database)).toBe(false);
    expect(await other.belongTo(second.database)).toBe(true);
    expect(await one.belongTo(held.database)).toBe(true);
  });

  test("a push that rewrites the branch is one by force, though its host did not say so", async () => {
    const { id, git, commit, run, books, keeper } = await workbench("forced");
    const first = commit();
    git("checkout", "--quiet", "--orphan", "other");
    const second = commit();
    await run((rows) => noteRefMove(rows, id, { ref: "refs/heads/main", before: first, after: second, at: new Date(), kind: "fast-forward", source: "webhook" }));
    await keeper().keepAll();
    const reader = await books.read(id);
    expect(reader && [...readStatements(reader, ["ref-update"])].map(readRefUpdate)).toMatchObject([{ kind: "force" }]);
  });

  test("while another process writes nothing is lost, and it is written once that one is done", async () => {
    const { id, commit, run, books, keeper, scanned } = await workbench("two");
    const first = commit();
    await run((rows) => scanned(rows, first));
    const one = keeper();
    await one.keepAll();
    const before = (await typesIn(books, id)).length;
    const second = commit();
    await run((rows) => scanned(rows, second));
    const keys = new ServiceKeys(path.join(work, `${engine}-two`, "keys")).of(`muster.test/${id}`);
    const writer = await Ledger.open(books.folderOf(id), keys);
    await one.keepAll();
    expect(await typesIn(books, id)).toHaveLength(before);
    await writer.close();
    await one.keepAll();
    expect((await typesIn(books, id)).slice(before)).toContain("scan-run");
  });

  test("a day without a record gets a heartbeat, which tells of a branch that moved without a push", async () => {
    const { id, commit, run, books, keeper, scanned, verdict } = await workbench("beat");
    const first = commit();
    await run((rows) => scanned(rows, first));
    await keeper().keepAll();
    expect(await typesIn(books, id)).toEqual(["key", "ref-update", "scan-run"]);
    await keeper().beat();
    expect(await typesIn(books, id)).toHaveLength(3);
    const second = commit();
    await run((rows) => rows.updateTable("muster.ref_update").set({ at: new Date(Date.now() - 3_600_000) }).where("repository_id", "=", id).execute());
    await keeper(() => new Date(Date.now() + 86_400_000)).beat();
    expect((await typesIn(books, id)).slice(3)).toEqual(["ref-update", "heartbeat"]);
    const reader = await books.read(id);
    if (reader === undefined) throw new Error("there is no ledger");
    expect([...readStatements(reader, ["ref-update"])].map(readRefUpdate).at(-1)).toMatchObject({ before: first, after: second, source: "poll" });
    expect([...readStatements(reader, ["heartbeat"])].map(readHeartbeat)).toMatchObject([{ heads: [{ repository: "shop", ref: "refs/heads/main", commit: second }] }]);
    expect(await verdict()).toMatchObject({ status: "sound" });
  });
});
