import type { Endpoint, JudgeInput } from "@muster/contract";
import { ByTrace } from "../by-trace.ts";
import { judgeMutation } from "../judge-mutation.ts";
import type { Mutation } from "../mutations/mutation.ts";
import type { Ownership } from "../ownership/ownership.ts";
import { runOf } from "../run.ts";
import type { Run } from "../run.ts";
import { kindsTouched } from "./kinds-of.ts";
import { shownIn } from "./shown-in.ts";
import type { Shown } from "./shown-in.ts";

/** Endpoints that read are followed for the few findings alone, and no more of them than this for each. */
const mostReaders = 40;

/** What other endpoints of the same code show, each looked at once. */
const known = new WeakMap<readonly Endpoint[], Map<Endpoint, ReadonlyMap<string, Shown>>>();

const shownRuns = new ByTrace<ReadonlyMap<string, Shown>>();

/** An endpoint by which the application shows that objects of this kind are not everybody's. */
export interface Belonging extends Shown {
  readonly endpoint: Endpoint;
}

/**
 * Whether the application itself treats what is touched as somebody's: other code of it asks for the caller where it finds one, compares one with the caller, names the caller
 * in a new one, or asks for a role before it changes one. Without any, an object may well be everybody's to change.
 */
export function belongingOf(mutation: Mutation, run: Run, input: JudgeInput): Belonging | undefined {
  const own = kindsTouched(mutation, run.ownership);
  if (own.length === 0) return undefined;
  const wanted = wantedKinds(own, run.ownership);
  const writers = input.endpoints.filter((endpoint) => endpoint.method !== "GET" && endpoint.method !== "HEAD" && endpoint.method !== "OPTIONS");
  const near = (endpoint: Endpoint): boolean => endpoint.handler.span.path === run.endpoint.handler.span.path || stem(endpoint.path) === stem(run.endpoint.path);
  const readers = input.endpoints.filter((endpoint) => endpoint.method === "GET" && near(endpoint)).slice(0, mostReaders);
  let best: Belonging | undefined;
  for (const endpoint of [...writers, ...readers]) {
    const shown = shownBy(endpoint, run.ownership, input);
    for (const kind of wanted) {
      const one = shown.get(kind);
      if (one?.how === "asks") return { ...one, endpoint };
      if (one) best ??= { ...one, endpoint };
    }
  }
  return best ?? roleFor(new Set(own), writers, run, input);
}

/** The object's own kind, those that it hangs below, and those that join callers to either. */
function wantedKinds(own: readonly string[], ownership: Ownership): ReadonlySet<string> {
  const wanted = new Set(own);
  for (const kind of own) for (const parent of ownership.parentsOf(kind)) wanted.add(parent);
  for (const kind of own) {
    const owned = ownership.of(kind);
    if (owned?.kind === "owned") for (const model of owned.by.through) wanted.add(model);
  }
  for (const kind of wanted) for (const model of ownership.membershipsOf(kind)) wanted.add(model);
  return wanted;
}

function shownBy(endpoint: Endpoint, ownership: Ownership, input: JudgeInput): ReadonlyMap<string, Shown> {
  const shown = known.get(input.endpoints) ?? new Map<Endpoint, ReadonlyMap<string, Shown>>();
  known.set(input.endpoints, shown);
  let found = shown.get(endpoint);
  if (found === undefined) {
    const trace = input.trace(endpoint.id);
    found = trace ? shownRuns.of(endpoint, trace, ownership, () => shownIn(runOf(endpoint, trace, ownership))) : new Map();
    shown.set(endpoint, found);
  }
  return found;
}

/** Most other endpoints that touch one of these ask for a role first. */
function roleFor(kinds: ReadonlySet<string>, writers: readonly Endpoint[], { endpoint: own, ownership }: Run, input: JudgeInput): Belonging | undefined {
  let found: Belonging | undefined;
  let asking = 0;
  let open = 0;
  for (const endpoint of writers) {
    const trace = endpoint === own ? undefined : input.trace(endpoint.id);
    if (!trace) continue;
    const run = runOf(endpoint, trace, ownership);
    for (const mutation of run.mutations) {
      if (!mutation.certain || !kindsTouched(mutation, ownership).some((kind) => kinds.has(kind))) continue;
      const verdict = judgeMutation(mutation, run);
      if (verdict.kind === "role" || (verdict.kind === "undecided" && verdict.role !== undefined)) {
        found ??= { endpoint, how: "role", span: verdict.span, note: `\`${verdict.role ?? ""}\` is asked for` };
        asking++;
        break;
      }
      if (verdict.kind === "untied") {
        open++;
        break;
      }
    }
  }
  return asking > open ? found : undefined;
}

function stem(path: string): string {
  return path.split("{")[0] ?? path;
}
