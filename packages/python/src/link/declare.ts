import { compareSpans, compareText, type Declaration } from "@muster/contract";
import type { Machine } from "../evaluate/machine.ts";
import type { FoundDeclaration, FrameworkModels } from "../framework.ts";
import { isLibrary } from "../modules/library-index.ts";
import { spanOfPlace } from "../values/term.ts";
import { recorded } from "./handler-traces.ts";

/** What code set up once, with what then runs followed; again while modules that it needs are being loaded. */
export async function declareAll(machine: Machine, models: readonly FrameworkModels[], load: (wanted: Iterable<string>) => Promise<boolean>, rounds: number): Promise<readonly Declaration[]> {
  const found = models.flatMap((model) => model.declarations?.(machine) ?? []).filter((one) => !isLibrary(one.place.module.path));
  const out = new Map<FoundDeclaration, Declaration>();
  let open: readonly FoundDeclaration[] = found;
  for (let round = 0; round < rounds && open.length > 0; round++) {
    const wanted: string[] = [];
    const next: FoundDeclaration[] = [];
    for (const one of open) {
      machine.missing.clear();
      out.set(one, declare(machine, one));
      if (machine.missing.size === 0) continue;
      wanted.push(...machine.missing);
      next.push(one);
    }
    open = next;
    if (!(await load(wanted))) break;
  }
  machine.missing.clear();
  return [...out.values()].sort((a, b) => compareSpans(a.span, b.span) || compareText(a.of, b.of));
}

function declare(machine: Machine, { of, place, subjects, given, conditional, runs }: FoundDeclaration): Declaration {
  const span = spanOfPlace(place);
  return { of, span, ...(subjects && { subjects }), given, conditional, ...(runs && { runs: { symbol: runs.symbol, trace: recorded(machine, () => runs.run(machine), span) } }) };
}
