import { none, record, runBudget, spanOfPlace, type Exit, type FoundEndpoint, type FoundSurrounding, type Machine, type Place } from "@muster/python";
import type { Layer } from "./layer.ts";

/** What middleware and permissions around a handler do for a request of a signed-in caller that gets there; `within` sets the request up. */
export function surroundingsOf(layers: readonly Layer[], within: <T>(run: () => T) => T): readonly FoundSurrounding[] {
  return layers.flatMap((layer): FoundSurrounding[] => {
    const { name, place, key, via, run } = layer;
    if (layer.onWay || (via !== "middleware" && via !== "permission")) return [];
    // What a permission asks of the object in the path is of one endpoint alone.
    return [{ name, place, ...(key !== undefined && via === "middleware" && { key }), run: run && ((machine) => within(() => runAround(machine, layer, run))) }];
  });
}

/** An endpoint of which everything runs within what a framework keeps of the request at hand. */
export function endpointWithin(found: FoundEndpoint, within: <T>(run: () => T) => T): FoundEndpoint {
  const around = found.around?.map((one): FoundSurrounding => ({ ...one, run: one.run && ((machine) => within(() => one.run?.(machine) ?? nowhere)) }));
  return { endpoint: found.endpoint, judge: (machine) => within(() => found.judge(machine)), run: (machine) => within(() => found.run(machine)), ...(around && { around }) };
}

const nowhere = { exits: [], touched: false };

function runAround(machine: Machine, layer: Layer, run: NonNullable<Layer["run"]>): { readonly exits: readonly Exit[]; readonly touched: boolean } {
  const passes: Exit[] = [];
  const at = (place: Place, path = machine.path): void => {
    passes.push({ kind: "return", value: none, place, path, through: [] });
    // A way out that this did not happen on never reached the handler.
    record(machine, { kind: "call", callee: handlerTerm, term: { kind: "call", callee: handlerTerm, args: [], keywords: [], span: spanOfPlace(place) } }, place);
  };
  const exits = machine.within("trace", runBudget(machine), () => {
    const ways = run(machine, { at });
    if (machine.exhausted) machine.recorder?.lose(machine.exhausted, "the budget of evaluation ended here");
    return ways;
  });
  return { exits: layer.wraps && exits.length > 0 ? exits : passes, touched: machine.request?.touched === true };
}

const handlerTerm = { kind: "symbol", name: "muster.handler" } as const;
