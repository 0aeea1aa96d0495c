import type { GuardFlaw, MountCondition, Requirement } from "@muster/contract";
import type { Dict, Exit, Judgement, Machine, Mode, Place, Run, Trust } from "@muster/python";
import { constant, judgeExits, mayConcernCaller, none, noteRun, render, runBudget, RunMemo, spanOfPlace } from "@muster/python";
import { presenceOf } from "./attachment.ts";
import type { Layer } from "./layer.ts";
import { roleAskedBy } from "./role-of-exits.ts";
import { defaultSteps } from "./judge-handler.ts";

/** How a layer treats a caller without a valid credential. */
export interface LayerJudgement extends Partial<Judgement> {
  readonly layer: Layer;
  /** What it asks of a signed-in caller. */
  readonly requires?: readonly Requirement[];
  /** It is what it is by a default that the environment may replace. */
  readonly environmentDefault?: true;
  /** Why it guards nothing here. */
  readonly flaw?: GuardFlaw;
}

interface Known {
  readonly judgement: LayerJudgement | undefined;
  /** What it put beside the request. */
  readonly state: Dict["entries"];
}

/** Judges the layers around handlers; one that does not look at path or method is judged once for all endpoints behind the same layers. */
export class LayerStack {
  readonly #known: RunMemo<string, Known> = new RunMemo();
  /** Whether a layer turns callers away on a path that no list names. */
  readonly #elsewhere: RunMemo<string, boolean> = new RunMemo();

  /**
   * Outermost first. What the layers put beside the request is left in the machine's request; that of one which by default the
   * environment does not attach is not, and is told. `conditions`: those of the route.
   */
  judge(machine: Machine, layers: readonly Layer[], conditions: readonly MountCondition[]): readonly LayerJudgement[] {
    const { request } = machine;
    if (!request) return [];
    const out: LayerJudgement[] = [];
    for (const layer of layers) {
      const key = `${request.stack} ${request.method === "WEBSOCKET"} ${layer.name} ${layer.key ?? ""} ${layer.place.module.path}:${layer.place.s}`;
      let known = this.#known.get(machine, key);
      request.stack += ` ${layer.name}${layer.key ?? ""}@${layer.place.module.path}:${layer.place.s}`;
      if (!known) {
        const before = new Map(request.state.entries);
        request.touched = false;
        request.loose = undefined;
        const { value: judgement, needs } = machine.complete(() => this.#withFlaw(machine, layer, key, judgeLayer(machine, layer)));
        known = { judgement, state: new Map([...request.state.entries].filter(([name, entry]) => before.get(name) !== entry)) };
        for (const name of known.state.keys()) {
          const earlier = before.get(name);
          if (earlier) request.state.entries.set(name, earlier);
          else request.state.entries.delete(name);
        }
        if (!request.touched) this.#known.set(key, known, needs);
        else if (known.state.size > 0) request.stack += ` ${sameState(known.state) ?? `${request.method} ${render(request.path, () => "{}")}`}`;
      }
      const presence = presenceOf(layer, { conditions });
      const isOff = presence.kind === "by-default" && !presence.there;
      if (!isOff) for (const [name, entry] of known.state) request.state.entries.set(name, entry);
      const decided = known.judgement?.verdict === "rejects" || known.judgement?.verdict === "unknown";
      if (isOff && known.state.size > 0 && !decided) out.push({ layer, verdict: "none", steps: [{ span: spanOfPlace(presence.condition.place), note: `by default ${layer.name} is not attached: ${presence.text}` }], environmentDefault: true });
      else if (known.judgement) out.push({ ...known.judgement, layer });
    }
    return out;
  }

  /** A layer that lets this path pass because a list of open paths met a part of one of its words, and turns callers away elsewhere. */
  #withFlaw(machine: Machine, layer: Layer, key: string, judgement: LayerJudgement | undefined): LayerJudgement | undefined {
    const { request } = machine;
    if (!request?.loose || judgement?.verdict === "rejects" || judgement?.verdict === "unknown" || !this.#rejectsElsewhere(machine, layer, key)) return judgement;
    const { pattern, place } = request.loose;
    return { layer, verdict: "none", steps: [{ span: spanOfPlace(layer.place), note: `${layer.name} turns callers away on other paths` }, { span: spanOfPlace(place), note: `"${pattern}" meets a part of a word of this path, and it is let pass` }], flaw: "loose-pattern" };
  }

  #rejectsElsewhere(machine: Machine, layer: Layer, key: string): boolean {
    const known = this.#elsewhere.get(machine, key);
    if (known !== undefined) return known;
    const { request } = machine;
    if (!request) return false;
    machine.request = { ...request, path: unlisted, touched: false, loose: undefined };
    try {
      const { value: rejects, needs } = machine.complete(() => judgeLayer(machine, layer)?.verdict === "rejects");
      this.#elsewhere.set(key, rejects, needs);
      return rejects;
    } finally {
      machine.request = request;
    }
  }
}

/** A text that is the same for the same state beside the request: what is behind it is the same then, whatever the path. Undefined where objects are in it. */
function sameState(state: Dict["entries"]): string | undefined {
  const parts: string[] = [];
  for (const [name, { value }] of state) {
    if (value.kind === "const") parts.push(`${name}=${JSON.stringify(value.value)}`);
    else if (value.kind === "symbolic" && value.type === undefined) parts.push(`${name}=${value.labels} ${JSON.stringify(value.lean)} ${JSON.stringify(value.term)}`);
    else return undefined;
  }
  const text = parts.join(";");
  return text.length <= 4_000 ? text : undefined;
}

/** A path that no list of open paths names. */
const unlisted = constant("/zz-muster/zz-unlisted");

function judgeLayer(machine: Machine, layer: Layer): LayerJudgement | undefined {
  const { place, run } = layer;
  const name = layer.via === "middleware" ? `the middleware ${layer.name}` : layer.name;
  const here = spanOfPlace(place);
  if (!run) {
    const reason = `${name} could not be followed`;
    return layer.mayGuard || mayConcernCaller(layer.name) ? { layer, verdict: "unknown", steps: [{ span: here, note: reason }], reason } : undefined;
  }
  const passed = new Set<Exit>();
  const limits = runBudget(machine);
  let steps = 0;
  const runIn = (mode: Mode, trusting: Trust): Run =>
    machine.within(
      mode,
      limits,
      () => {
        const passes: Exit[] = [];
        const at = (where: Place, path = machine.path): void => {
          passes.push({ kind: "return", value: none, place: where, path, through: [] });
        };
        const exits = run(machine, { at });
        steps = Math.max(steps, machine.steps);
        for (const pass of passes) passed.add(pass);
        const others = layer.wraps && passes.length > 0 ? exits.filter((exit) => exit.kind === "raise") : exits;
        return { exits: [...passes, ...others], exhausted: machine.exhausted };
      },
      trusting,
    );
  let signedIn: readonly Exit[] | undefined;
  const whoIsSignedIn = (): readonly Exit[] => (signedIn ??= runIn("trace", "nothing").exits);
  const seenBefore = machine.seen;
  const defaultsBefore = machine.byDefault;
  machine.seen = new Set();
  machine.byDefault = new Set();
  try {
    const judged = judgeExits({
      anonymous: (trusting) => runIn("anonymous", trusting),
      get looksAtCaller() {
        return [...machine.seen].some((one) => one !== "custom");
      },
      isGuard: true,
      passes: (exit) => passed.has(exit),
      signedIn: whoIsSignedIn,
    });
    // A permission is asked of whoever was signed in before it, also where it leaves strangers to others.
    const requires = judged === undefined || (judged.verdict !== "rejects" && (layer.via !== "permission" || judged.verdict === "unknown")) ? [] : roleAskedBy(whoIsSignedIn(), (exit) => passed.has(exit));
    return judged && { layer, ...judged, ...(requires.length > 0 && { requires }), steps: [{ span: here, note: layer.wraps ? `${name} runs around every request` : `${name} runs before the handler` }, ...defaultSteps(machine), ...judged.steps], ...(judged.verdict === "rejects" && machine.byDefault.size > 0 && { environmentDefault: true as const }) };
  } finally {
    machine.seen = seenBefore;
    machine.byDefault = defaultsBefore;
    noteRun(machine, steps, limits);
  }
}
