import type { HandlerTrace, Span, Surrounding } from "@muster/contract";
import type { Exit } from "../evaluate/frame.ts";
import { placeKey, type Machine } from "../evaluate/machine.ts";
import { RunMemo } from "../evaluate/run-memo.ts";
import type { FoundEndpoint, FoundSurrounding } from "../framework.ts";
import type { KeptRuns } from "../reuse/kept-runs.ts";
import { TraceRecorder } from "../trace/recorder.ts";
import { toTrace } from "../trace/to-trace.ts";
import { spanOfPlace } from "../values/term.ts";
import { inRounds } from "./in-rounds.ts";
import { TraceShelf } from "./trace-shelf.ts";
import { visibleSpan } from "./visible.ts";

/** What handlers do, and what runs around them: each followed once, and again while modules that it needs are being loaded. */
export class HandlerTraces {
  readonly #machine: Machine;
  readonly #known: TraceShelf = new TraceShelf();
  /** Middleware that looks at no request's own method or path does the same around every handler. */
  readonly #around: RunMemo<string, Surrounding> = new RunMemo();

  readonly #kept: KeptRuns | undefined;

  constructor(machine: Machine, kept?: KeptRuns) {
    this.#machine = machine;
    this.#kept = kept;
  }

  /** Follows these ahead; others are followed when a rule asks. */
  async follow(endpoints: readonly FoundEndpoint[], load: (wanted: Iterable<string>) => Promise<boolean>, rounds: number): Promise<void> {
    await inRounds(this.#machine, endpoints, (found) => {
      const trace = this.#kept ? this.#kept.runOrWait("trace", found, () => this.#traced(found)) : this.#traced(found);
      if (trace) this.#known.set(keyOf(found), trace);
    }, load, rounds);
  }

  of(found: FoundEndpoint): HandlerTrace {
    const key = keyOf(found);
    let trace = this.#known.get(key);
    if (!trace) this.#known.set(key, (trace = this.#trace(found)));
    return trace;
  }

  #trace(found: FoundEndpoint): HandlerTrace {
    return this.#kept ? this.#kept.run("trace", found, () => this.#traced(found)) : this.#traced(found);
  }

  #traced(found: FoundEndpoint): HandlerTrace {
    const { handler, span } = found.endpoint;
    const trace = recorded(this.#machine, () => found.run(this.#machine), visibleSpan(handler.span, span));
    if (!found.around || found.around.length === 0) return trace;
    return { ...trace, around: found.around.map((one) => this.#surrounding(found, one)) };
  }

  #surrounding(found: FoundEndpoint, { name, place, key = "", run }: FoundSurrounding): Surrounding {
    const { application, method, path } = found.endpoint;
    const general = `${application} ${name} ${key} ${placeKey(place)}`;
    const own = `${general} ${method} ${path}`;
    const known = this.#around.get(this.#machine, general) ?? this.#around.get(this.#machine, own);
    if (known) return known;
    const span = visibleSpan(spanOfPlace(place), found.endpoint.span);
    if (!run) return { name, span };
    let touched = false;
    const { value: trace, needs } = this.#machine.complete(() =>
      recorded(
        this.#machine,
        () => {
          const ran = run(this.#machine);
          touched = ran.touched;
          return ran.exits;
        },
        span,
      ),
    );
    const made: Surrounding = { name, span, trace };
    this.#around.set(touched ? own : general, made, needs);
    return made;
  }
}

/** Runs something with a recorder of its own. */
export function recorded(machine: Machine, run: () => readonly Exit[], shown: Span): HandlerTrace {
  const recorder = new TraceRecorder();
  machine.recorder = recorder;
  try {
    const exits = run();
    return toTrace(recorder, exits, recorder.lost.length === 0 && exits.length > 0, shown);
  } finally {
    machine.recorder = undefined;
  }
}

function keyOf(found: FoundEndpoint): string {
  const { application, method, path, handler } = found.endpoint;
  return `${application} ${method} ${path} ${handler.span.path}:${handler.span.line}:${handler.span.column}`;
}
