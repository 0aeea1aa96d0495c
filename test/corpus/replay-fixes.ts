/**
 * Replays fixes of public history: exports the commit before and the fix of each pair in fixes.json, scans both, and compares with
 * what is recorded there.
 *
 *     node --conditions=@muster/source test/corpus/replay-fixes.ts FOLDER [TEXT]
 *
 * FOLDER holds bare or ordinary git repositories as `<owner>+<name>` or `<owner>/<name>`; pairs whose repository is not there are
 * skipped. TEXT keeps the pairs whose repository or commit contains it. Exit status 1 where a scan says something else than the record.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Status = "reported" | "pass" | "fail" | "not_applicable" | "indeterminate" | "absent";

/** One fix: what a scan says of one endpoint before it and after it. */
interface Pair {
  readonly repository: string;
  /** Absent where no fix is public: the vulnerable commit alone is scanned. */
  readonly fix?: string;
  readonly before: string;
  /** Limits the export to a folder of a large repository. */
  readonly folder?: string;
  readonly control: string;
  readonly endpoint: string;
  /** `reported`: the control fails and a rule reports the endpoint. Otherwise the status of the control. */
  readonly says: { readonly before: Status; readonly after?: Status };
}

interface Scan {
  readonly endpoints: readonly { readonly id: string; readonly method: string; readonly path: string }[];
  readonly findings: readonly { readonly endpoint?: string; readonly rule: string }[];
  readonly results: readonly { readonly control: string; readonly endpoint?: string; readonly status: Status }[];
}

const here = import.meta.dirname;
const rulesOf: Readonly<Record<string, string>> = { "AUTHZ-OBJ-01": "bola/", "AUTHN-01": "auth/public-", "AUDIT-01": "logging/" };
/** Code and what frameworks read beside it: large other files need not be there. */
const wanted = [".py", ".yaml", ".yml", ".toml", ".cfg"];

function repositoryIn(folder: string, repository: string): string | undefined {
  const names = [repository, repository.replace("/", "+")];
  return names.flatMap((name) => [join(folder, name, "repo", ".git"), join(folder, name, "repo"), join(folder, name, ".git"), join(folder, name)]).find((path) => existsSync(join(path, "HEAD")));
}

/** Fixes of several endpoints share their commits: each state is scanned once. */
const scanned = new Map<string, Scan>();

function scan(git: string, pair: Pair, commit: string): Scan {
  const key = [git, pair.folder, commit].join("\0");
  const result = scanned.get(key) ?? scanAnew(git, pair, commit);
  scanned.set(key, result);
  return result;
}

function scanAnew(git: string, pair: Pair, commit: string): Scan {
  const work = mkdtempSync(join(tmpdir(), "muster-fix-"));
  try {
    const files = execFileSync("git", ["--git-dir", git, "ls-tree", "-r", "--name-only", commit, "--", ...(pair.folder === undefined ? [] : [pair.folder])], { encoding: "utf8", maxBuffer: 1 << 28 });
    const patterns = wanted.filter((ending) => files.includes(`${ending}\n`)).map((ending) => `${pair.folder === undefined ? "" : `${pair.folder}/`}*${ending}`);
    const archive = spawnSync("git", ["--git-dir", git, "archive", commit, "--", ...patterns], { maxBuffer: 1 << 30 });
    execFileSync("tar", ["-x", "-C", work], { input: archive.stdout });
    const output = `${work}.json`;
    try {
      const { stderr } = spawnSync(process.execPath, ["--conditions=@muster/source", join(here, "../../apps/cli/src/main.ts"), "scan", work, "--no-cache", "--no-progress", "--quiet", "--format", "json", "--output", output], { encoding: "utf8" });
      if (!existsSync(output)) throw new Error(`The scan of ${pair.repository} at ${commit} wrote no result: ${stderr.trim()}`);
      return JSON.parse(readFileSync(output, "utf8")) as Scan;
    } finally {
      rmSync(output, { force: true });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function statusIn(result: Scan, { control, endpoint }: Pair): Status {
  const found = result.endpoints.find((one) => `${one.method} ${one.path}` === endpoint);
  if (!found) return "absent";
  const status = result.results.find((one) => one.control === control && one.endpoint === found.id)?.status ?? "absent";
  const reported = result.findings.some((one) => one.endpoint === found.id && one.rule.startsWith(rulesOf[control] ?? ""));
  return status === "fail" && reported ? "reported" : status;
}

const [folder, text = ""] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("replay-fixes: name the folder that holds the repositories.\n");
  process.exit(2);
}
const pairs = (JSON.parse(readFileSync(join(here, "fixes.json"), "utf8")) as readonly Pair[]).filter((pair) => `${pair.repository}@${pair.fix ?? pair.before}`.includes(text));
let changed = 0;
for (const pair of pairs) {
  const git = repositoryIn(folder, pair.repository);
  const name = `${pair.repository}@${(pair.fix ?? pair.before).slice(0, 8)}  ${pair.control}  ${pair.endpoint}`;
  if (git === undefined) {
    process.stdout.write(`-  ${name}: the repository is not in ${folder}\n`);
    continue;
  }
  const before = statusIn(scan(git, pair, pair.before), pair);
  const after = pair.fix === undefined ? undefined : statusIn(scan(git, pair, pair.fix), pair);
  const same = before === pair.says.before && after === pair.says.after;
  if (!same) changed++;
  const shown = (says: Pair["says"]): string => (says.after === undefined ? says.before : `${says.before} → ${says.after}`);
  process.stdout.write(`${same ? "✓" : "✗"}  ${name}: ${shown({ before, ...(after && { after }) })}${same ? "" : `, recorded ${shown(pair.says)}`}\n`);
}
process.exit(changed > 0 ? 1 : 0);
