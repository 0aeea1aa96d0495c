import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

const cacheFolder = path.join(process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache"), "muster", "oracle");

/**
 * The Python of a virtual environment that holds what a requirements file pins. Made once for each content of such a
 * file; a half-made one is made anew.
 */
export function environmentFor(requirements: string): string {
  const base = process.env["MUSTER_PYTHON"] ?? "python3";
  const version = execFileSync(base, ["-c", "import sys; print(sys.version)"], { encoding: "utf8" });
  const key = createHash("sha256").update(version).update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const folder = path.join(cacheFolder, key);
  const python = path.join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const finished = path.join(folder, "finished");
  if (!existsSync(finished)) {
    rmSync(folder, { recursive: true, force: true });
    execFileSync(base, ["-m", "venv", folder], { stdio: "inherit" });
    execFileSync(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements], { stdio: "inherit" });
    writeFileSync(finished, "");
  }
  return python;
}
