import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const cacheFolder = path.join(process.env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache"), "muster", "oracle");
const base = process.env["MUSTER_PYTHON"] ?? "python3";

/** What this process asked for: several may wait for one environment. */
const asked = new Map<string, Promise<string>>();

/**
 * The Python of a virtual environment that holds what `requirements` (the text of a requirements file) pins. Made once for each such text;
 * a half-made one is made anew.
 */
export function environmentFor(requirements: string): Promise<string> {
  const known = asked.get(requirements) ?? make(requirements);
  asked.set(requirements, known);
  return known;
}

async function make(requirements: string): Promise<string> {
  const { stdout: version } = await run(base, ["-c", "import sys; print(sys.version)"]);
  const key = createHash("sha256").update(version).update(requirements).digest("hex").slice(0, 16);
  const folder = path.join(cacheFolder, key);
  const python = path.join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const finished = path.join(folder, "finished");
  if (existsSync(finished)) return python;
  rmSync(folder, { recursive: true, force: true });
  const list = path.join(folder, "requirements.txt");
  const install = ["install", "--quiet", "--disable-pip-version-check", "--requirement", list];
  // Most of what making an environment takes is giving it a pip of its own: the base's installs into it where there is one (`--python` is pip's from 22.3 on).
  if (await hasPip()) {
    await run(base, ["-m", "venv", "--without-pip", folder]);
    writeFileSync(list, requirements);
    await run(base, ["-m", "pip", "--python", python, ...install]);
  } else {
    await run(base, ["-m", "venv", folder]);
    writeFileSync(list, requirements);
    await run(python, ["-m", "pip", ...install]);
  }
  writeFileSync(finished, "");
  return python;
}

async function hasPip(): Promise<boolean> {
  try {
    const { stdout } = await run(base, ["-m", "pip", "--version"]);
    const [major = 0, minor = 0] = (/^pip (\d+)\.(\d+)/u.exec(stdout)?.slice(1) ?? []).map(Number);
    return major > 22 || (major === 22 && minor >= 3);
  } catch {
    return false;
  }
}
