import { readdirSync, readFileSync } from "node:fs";

/** Processor time that processes of this machine have taken so far, as proc(5) tells it; 0 for those that are gone, and where there is no proc. */
export function processSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = read(`/proc/${pid}/stat`);
    // Fields are counted from behind the name of the program, which may hold anything: utime and stime, in hundredths.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
  }, 0);
}

/** Processes of this machine whose command line begins so and holds a text. */
export function processesNamed(beginning: string, text: string): readonly number[] {
  return list("/proc").filter((name) => /^\d+$/u.test(name)).map(Number).filter((pid) => {
    const command = read(`/proc/${pid}/cmdline`);
    return command.startsWith(beginning) && command.includes(text);
  });
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // No proc(5) here.
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return ""; // It has ended meanwhile.
  }
}
