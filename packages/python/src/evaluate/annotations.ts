import type { Expr } from "../syntax.ts";
import type { Annotated, ClassValue, Place, Value } from "../values/value.ts";
import { evaluate } from "./expressions.ts";
import { newFrame } from "./frame.ts";
import { opaqueClass } from "./classes.ts";
import { runLimits, type Machine } from "./machine.ts";
import type { Scope } from "./scope.ts";

/** The value of an annotation: a class, `Annotated` with its metadata, a union of classes. Texts (forward references) are not followed. */
export function annotationOf(machine: Machine, annotation: Expr, scope: Scope, place: Place): Value {
  const frame = newFrame(place.module, scope);
  const outer = machine.frame;
  machine.frame = frame;
  try {
    return annotationValue(machine, annotation, frame, place);
  } finally {
    machine.frame = outer;
  }
}

function annotationValue(machine: Machine, annotation: Expr, frame: ReturnType<typeof newFrame>, place: Place): Value {
  // `X | None` and `Optional[X]` mean X here.
  if (annotation.k === "bin" && annotation.op === "|") {
    const sides = [annotation.l, annotation.r].filter((side) => !(side.k === "const" && side.v === null));
    const [only] = sides;
    if (sides.length === 1 && only) return annotationValue(machine, only, frame, place);
    return { kind: "union", options: sides.map((side) => annotationValue(machine, side, frame, place)) };
  }
  if (annotation.k === "const" && typeof annotation.v === "string" && /^[A-Za-z_][\w.]*$/.test(annotation.v)) {
    const [first, ...rest] = annotation.v.split(".");
    let expr: Expr = { k: "name", id: first ?? "", s: annotation.s, e: annotation.e };
    for (const name of rest) expr = { k: "attr", o: expr, n: name, s: annotation.s, e: annotation.e };
    return evaluate(machine, expr, frame);
  }
  return evaluate(machine, annotation, frame);
}

/** The class that an annotation names, if it names one. */
export function classOfAnnotation(machine: Machine, annotation: Expr, scope: Scope, place: Place): ClassValue | undefined {
  return classOf(machine, machine.within(machine.mode, runLimits, () => annotationOf(machine, annotation, scope, place)));
}

export function classOf(machine: Machine, value: Value): ClassValue | undefined {
  if (value.kind === "class") return value;
  if (value.kind === "annotated") return classOf(machine, value.base);
  if (value.kind === "external" && !value.name.startsWith("typing.") && !value.name.startsWith("builtins.")) return opaqueClass(machine, value.name);
  return undefined;
}

/** The metadata of `Annotated[…]`, innermost first. */
export function metadataOf(value: Value): readonly Value[] {
  return value.kind === "annotated" ? (value satisfies Annotated).metadata : [];
}
