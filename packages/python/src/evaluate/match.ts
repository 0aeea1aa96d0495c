import type { Pattern, Stmt } from "../syntax.ts";
import { labelsOf, no, symbolic, yes } from "../values/make.ts";
import { termOf } from "../values/term.ts";
import type { Place, Value } from "../values/value.ts";
import { branch } from "./branch.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import { bind } from "./lookup.ts";
import type { Machine } from "./machine.ts";
import { combine, compare, operation } from "./operators.ts";
import { execute } from "./statements.ts";
import { truthOf } from "./truth.ts";

/** `match`: cases in order, each with the condition that its pattern stands for. */
export function matchCases(machine: Machine, stmt: Stmt & { k: "match" }, frame: Frame, place: Place): boolean {
  const subject = evaluate(machine, stmt.v, frame);
  const run = (index: number): boolean => {
    const one = stmt.c[index];
    if (!one) return true;
    bindNames(machine, one.p, subject, frame, place);
    let condition = conditionOf(machine, one.p, subject, frame);
    if (one.g) {
      const guard = evaluate(machine, one.g, frame);
      const truth = truthOf(machine, condition);
      if (truth !== false) condition = truth === true ? guard : combine(machine, "and", [condition, guard], place);
    }
    const at: Place = { module: frame.module, s: one.p.s, e: one.p.e };
    return branch(machine, frame, { condition, text: "case", place: at }, () => execute(machine, one.b, frame), () => run(index + 1));
  };
  return run(0);
}

function conditionOf(machine: Machine, pattern: Pattern, subject: Value, frame: Frame): Value {
  const place: Place = { module: frame.module, s: pattern.s, e: pattern.e };
  switch (pattern.k) {
    case "any":
    case "capture":
      return yes;
    case "value":
      return compare(machine, pattern.v.k === "const" && pattern.v.v === null ? "is" : "==", subject, evaluate(machine, pattern.v, frame), place);
    case "as":
      return conditionOf(machine, pattern.p, subject, frame);
    case "or": {
      const parts = pattern.x.map((part) => conditionOf(machine, part, subject, frame));
      if (parts.some((part) => truthOf(machine, part) === true)) return yes;
      const [first, ...others] = parts.filter((part) => truthOf(machine, part) === undefined);
      if (!first) return no;
      return others.length === 0 ? first : combine(machine, "or", [first, ...others], place);
    }
    case "shape": {
      if (pattern.f && subject.kind === "instance") {
        const cls = evaluate(machine, pattern.f, frame);
        if (cls.kind === "class" && pattern.names.length === 0) return { kind: "const", value: subject.class.mro.includes(cls) };
      }
      return operation("match", [subject], place);
    }
    default:
      return pattern satisfies never;
  }
}

function bindNames(machine: Machine, pattern: Pattern, subject: Value, frame: Frame, place: Place): void {
  switch (pattern.k) {
    case "capture":
      bind(frame.scope, pattern.n, subject);
      return;
    case "as":
      bind(frame.scope, pattern.n, subject);
      bindNames(machine, pattern.p, subject, frame, place);
      return;
    case "or":
      for (const part of pattern.x) bindNames(machine, part, subject, frame, place);
      return;
    case "shape":
      for (const name of pattern.names) bind(frame.scope, name, symbolic({ kind: "item", of: termOf(subject), key: { kind: "const", value: name } }, { labels: labelsOf(subject), place, reason: "a part of what was matched" }));
      return;
    case "any":
    case "value":
      return;
    default:
      pattern satisfies never;
  }
}
