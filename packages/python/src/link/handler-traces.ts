import type { HandlerTrace, Span, Surrounding } from "@muster/contract";
import type { Exit } from "../evaluate/frame.ts";
import { placeKey, type Machine } from "../evaluate/machine.ts";
import type { FoundEndpoint, FoundSurrounding } from "../framework.ts";
import { TraceRecorder } from "../trace/recorder.ts";
import { toTrace } from "../trace/to-trace.ts";
import { spanOfPlace } from "../values/term.ts";
import { TraceShelf } from "./trace-shelf.ts";
import { visibleSpan } from "./visible.ts";

/** What handlers do, and what runs around them: each followed once, and again while modules that it needs are being loaded. */
export class HandlerTraces {
  readonly #machine: Machine;
  readonly #known: TraceShelf = new TraceShelf();
  /** Middleware that looks at no request's own method or path does the same around every handler. */
  readonly #around: Map<string, Surrounding> = new Map();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** Follows these ahead; others are followed when a rule asks. */
  async follow(endpoints: readonly FoundEndpoint[], load: (wanted: Iterable<string>) => Promise<boolean>, rounds: number): Promise<void> {
    const { missing } = this.#machine;
    let open = endpoints;
    for (let round = 0; round < rounds && open.length > 0; round++) {
      const wanted: string[] = [];
      const next: FoundEndpoint[] = [];
      for (const found of open) {
        missing.clear();
        this.#known.set(keyOf(found), this.#traced(found));
        if (missing.size === 0) continue;
        wanted.push(...missing);
        next.push(found);
      }
      open = next;
      if (!(await load(wanted))) break;
    }
    missing.clear();
  }

  of(found: FoundEndpoint): HandlerTrace {
    const key = keyOf(found);
    let trace = this.#known.get(key);
    if (!trace) this.#known.set(key, (trace = this.#traced(found)));
    return trace;
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
    const known = this.#around.get(general) ?? this.#around.get(own);
    if (known) return known;
    const span = visibleSpan(spanOfPlace(place), found.endpoint.span);
    if (!run) return { name, span };
    let touched = false;
    const { value: trace, isComplete } = this.#machine.complete(() =>
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
    if (isComplete) this.#around.set(touched ? own : general, made);
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
