import type { Machine } from "../evaluate/machine.ts";

/** How many go ahead of the others. */
const scouts = 16;

/**
 * Runs something for each item, and again for those that ran into modules which are not there yet, once these are. A few from all
 * over the list go ahead: most of what is missing they all miss, and the others find it there.
 *
 * @param load Brings modules, and says whether one of them had not been asked for before.
 */
export async function inRounds<T>(machine: Machine, items: readonly T[], run: (item: T) => void, load: (wanted: Iterable<string>) => Promise<boolean>, rounds: number): Promise<void> {
  const ahead = items.length > 2 * scouts ? Array.from({ length: scouts }, (_, at) => Math.floor((at * items.length) / scouts)) : [];
  const isAhead = new Set(ahead);
  for (const group of [ahead.flatMap((at) => items.slice(at, at + 1)), items.filter((_, at) => !isAhead.has(at))]) {
    let open: readonly T[] = group;
    for (let round = 0; round <= rounds && open.length > 0; round++) {
      const wanted = new Set<string>();
      const next: T[] = [];
      for (const item of open) {
        machine.missing.clear();
        run(item);
        if (machine.missing.size === 0) continue;
        for (const path of machine.missing) wanted.add(path);
        next.push(item);
      }
      open = next;
      if (open.length === 0 || round === rounds || !(await load(wanted))) break;
    }
  }
  machine.missing.clear();
}
