import { existsSync, readFileSync } from "node:fs";

/** Processor time of children of this process that have ended, theirs included; NaN where there is no proc(5). */
export function childSeconds(): number {
  if (!existsSync("/proc/self/stat")) return Number.NaN;
  // Fields are counted from behind the name of the program, which may hold anything: cutime and cstime, in hundredths.
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
