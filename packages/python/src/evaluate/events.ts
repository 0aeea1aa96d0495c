import type { Term } from "@muster/contract";
import type { Place } from "../values/value.ts";
import type { Machine } from "./machine.ts";
import { withEvent } from "./path.ts";
import { visiblePlace } from "./visible-place.ts";

type Happening =
  | { readonly kind: "call"; readonly callee: Term; readonly term: Term & { readonly kind: "call" } }
  | { readonly kind: "set-attribute"; readonly target: Term; readonly name: string; readonly value: Term }
  | { readonly kind: "delete"; readonly target: Term };

/** Notes what a traced run does to the outside; nothing in other modes. */
export function record(machine: Machine, happening: Happening, place: Place): void {
  const { recorder } = machine;
  if (!recorder) return;
  const index = recorder.add({ ...happening, place: visiblePlace(machine, place), path: machine.path, through: [...machine.calls], looped: machine.looped > 0 });
  if (index === undefined) machine.exhausted ??= place;
  else machine.path = withEvent(machine.path, index);
}
