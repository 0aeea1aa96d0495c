import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

const cacheFolder = path.join(process.env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache"), "muster", "oracle");

/**
 * The Python of a virtual environment that holds what `requirements` (the text of a requirements file) pins. Made once for each such text;
 * a half-made one is made anew.
 */
export function environmentFor(requirements: string): string {
  const base = process.env["MUSTER_PYTHON"] ?? "python3";
  const version = execFileSync(base, ["-c", "import sys; print(sys.version)"], { encoding: "utf8" });
  const key = createHash("sha256").update(version).update(requirements).digest("hex").slice(0, 16);
  const folder = path.join(cacheFolder, key);
  const python = path.join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const finished = path.join(folder, "finished");
  if (!existsSync(finished)) {
    rmSync(folder, { recursive: true, force: true });
    execFileSync(base, ["-m", "venv", folder], { stdio: "inherit" });
    const list = path.join(folder, "requirements.txt");
    writeFileSync(list, requirements);
    execFileSync(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", list], { stdio: "inherit" });
    writeFileSync(finished, "");
  }
  return python;
}
