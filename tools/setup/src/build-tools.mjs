import { runCommand } from "./run-command.mjs";

/**
 * What building re2 needs, as Debian names it. On Windows node-gyp finds Visual Studio by itself and says what it misses.
 *
 * @typedef {{ name: string, debian: string, commands: readonly string[] }} BuildTool
 * @type {readonly BuildTool[]}
 */
const buildTools = [
  { name: "python3", debian: "python3", commands: ["python3"] },
  { name: "make", debian: "make", commands: ["make", "gmake"] },
  { name: "a C++ compiler", debian: "g++", commands: ["c++", "g++", "clang++"] },
];

/** @returns {Promise<readonly BuildTool[]>} */
export async function missingBuildTools() {
  if (process.platform === "win32") return [];
  const present = await Promise.all(buildTools.map((tool) => anyRuns(tool.commands)));
  return buildTools.filter((_tool, index) => present[index] !== true);
}

/** @param {readonly string[]} commands */
async function anyRuns(commands) {
  const answers = await Promise.all(commands.map((command) => runs(command)));
  return answers.includes(true);
}

/** @param {string} command */
export async function runs(command) {
  try {
    return (await runCommand(command, ["--version"])).ok;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EACCES")) return false;
    throw error;
  }
}
