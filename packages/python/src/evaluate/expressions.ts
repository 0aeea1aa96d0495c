import { sideByDefault, textByDefault } from "./by-default.ts";
import { behindProxy } from "./proxy.ts";
import type { Clause, Expr, Param } from "../syntax.ts";
import { constant, emptyDict, none, sequence, symbolic, union, unknown, yes } from "../values/make.ts";
import { concat } from "../values/text.ts";
import type { Dict, FunctionValue, Item, Place, Sequence, Value } from "../values/value.ts";
import { getAttribute, ofMetaclass } from "./attributes.ts";
import { branch } from "./branch.ts";
import { call, callMethod } from "./calls.ts";
import { noteBirth } from "./birth.ts";
import type { Frame } from "./frame.ts";
import { alternativesOf, elementsOf, isThereByDefault, withItemCondition } from "./iteration.ts";
import { bind, lookup } from "./lookup.ts";
import { conditionsOfOption, oneOf } from "./one-of.ts";
import { diverged, type Machine } from "./machine.ts";
import { noArguments, type Arguments } from "./native-call.ts";
import { arithmetic, combine, compare, keyOf, negate, operation } from "./operators.ts";
import { withCondition, type BranchCondition, type ConditionList } from "./path.ts";
import { newScope } from "./scope.ts";
import { assign } from "./assignment.ts";
import { subscript } from "./subscript.ts";
import { truthOf } from "./truth.ts";

/** The value of an expression. Never throws but for a call that can only raise. */
export function evaluate(machine: Machine, expr: Expr, frame: Frame): Value {
  if (expr.k === "const" && machine.hasStep()) return constant(expr.v);
  const place: Place = { module: frame.module, s: expr.s, e: expr.e };
  if (machine.spent(place)) return unknown("the budget of steps is spent", place);
  switch (expr.k) {
    case "const":
      return constant(expr.v);
    case "bytes":
      return constant(expr.v);
    case "big":
      return symbolic({ kind: "unknown", reason: "a large number" }, { place });
    case "ellipsis":
      return { kind: "external", name: "builtins.Ellipsis" };
    case "fstr":
      return concat(expr.parts.map((part) => (typeof part === "string" ? constant(part) : evaluate(machine, part, frame))));
    case "name":
      return behindProxy(machine, lookup(machine, frame.scope, expr.id, place), place);
    case "attr":
      return behindProxy(machine, getAttribute(machine, evaluate(machine, expr.o, frame), expr.n, place), place);
    case "call":
      return evaluateCall(machine, expr, frame, place);
    case "sub":
      return subscript(machine, evaluate(machine, expr.o, frame), expr.i, frame, place);
    case "slice":
      return unknown("a slice", place);
    case "tuple":
    case "list":
    case "set":
      return evaluateSequence(machine, expr.k, expr.x, frame);
    case "dict":
      return noteBirth(machine, evaluateDict(machine, expr.x, frame));
    case "star":
      return evaluate(machine, expr.v, frame);
    case "comp":
      return comprehension(machine, expr, frame, place);
    case "lambda":
      return lambda(machine, expr.p, expr.b, frame, place);
    case "bin":
      return arithmetic(machine, expr.op, evaluate(machine, expr.l, frame), evaluate(machine, expr.r, frame), place);
    case "bool":
      return evaluateBool(machine, expr.op, expr.x, frame, place);
    case "not":
      return negate(machine, evaluate(machine, expr.v, frame), place);
    case "unary": {
      const value = evaluate(machine, expr.v, frame);
      if (expr.op === "~" && value.kind === "instance") {
        const inverted = callMethod(machine, value, "__invert__", noArguments, place);
        if (inverted) return inverted;
      }
      const ofClass = (expr.op === "~" && value.kind === "class" && ofMetaclass(machine, value, "__invert__", place)) || undefined;
      if (ofClass) return call(machine, ofClass, noArguments, place);
      if (expr.op === "-" && value.kind === "const" && typeof value.value === "number") return constant(-value.value, value.soft);
      return operation(expr.op, [value], place);
    }
    case "cmp":
      return evaluateComparison(machine, expr, frame, place);
    case "cond": {
      const condition = evaluate(machine, expr.c, frame);
      const truth = truthOf(machine, condition);
      if (truth !== undefined) return evaluate(machine, truth ? expr.a : expr.b, frame);
      return either(machine, frame, { condition, expression: expr.c, place }, () => evaluate(machine, expr.a, frame), () => evaluate(machine, expr.b, frame));
    }
    case "await":
      return evaluate(machine, expr.v, frame);
    case "yield": {
      const value = expr.v ? evaluate(machine, expr.v, frame) : none;
      if (frame.function?.yieldsWait) return value;
      if (frame.atYield && !expr.from) frame.atYield(value, frame);
      else if (expr.from) for (const item of elementsOf(machine, value, place).items) frame.exits.push({ kind: "yield", value: item.value, place, path: machine.path, through: [] });
      else frame.exits.push({ kind: "yield", value, place, path: machine.path, through: [] });
      return unknown("what a generator is sent", place);
    }
    case "walrus": {
      const value = evaluate(machine, expr.v, frame);
      bind(frame.scope.kind === "class" && frame.scope.parent ? frame.scope.parent : frame.scope, expr.n, value);
      return value;
    }
    case "bad":
      return unknown("the code here could not be parsed", place);
    default:
      return expr satisfies never;
  }
}

function evaluateCall(machine: Machine, expr: Expr & { k: "call" }, frame: Frame, place: Place): Value {
  if (expr.f.k === "name" && expr.f.id === "super" && expr.a.length === 0 && frame.owner && frame.self) {
    return { kind: "super", owner: frame.owner, self: frame.self };
  }
  const callee = evaluate(machine, expr.f, frame);
  const apart = runsApart(expr);
  if (apart) return withoutErrors(machine, frame, place, () => call(machine, callee, evaluateArguments(machine, expr.a, frame), place, frame));
  return call(machine, callee, evaluateArguments(machine, expr.a, frame), place, frame);
}

/**
 * A statement that is nothing but a call. A coroutine that is not awaited and a generator that nobody iterates never
 * run: calling one alone does nothing.
 */
export function evaluateDiscarded(machine: Machine, expr: Expr, frame: Frame): void {
  const callee = expr.k === "call" && !(expr.f.k === "name" && expr.f.id === "super") ? evaluate(machine, expr.f, frame) : undefined;
  if (expr.k !== "call" || !callee) {
    evaluate(machine, expr, frame);
    return;
  }
  const fn = callee.kind === "method" ? callee.func : callee;
  const place: Place = { module: frame.module, s: expr.s, e: expr.e };
  const makeCall = (): void => {
    const args = evaluateArguments(machine, expr.a, frame);
    if (fn.kind === "function" && (fn.isAsync || fn.isGenerator)) return;
    call(machine, callee, args, place, frame);
  };
  if (runsApart(expr)) withoutErrors(machine, frame, place, makeCall);
  else makeCall();
}

/** Tasks run beside what started them, and `return_exceptions` hands errors back: what is raised there stays there. */
function runsApart(expr: Expr & { k: "call" }): boolean {
  const name = expr.f.k === "attr" ? expr.f.n : expr.f.k === "name" ? expr.f.id : "";
  if (name === "create_task" || name === "ensure_future" || name === "start_soon" || name === "run_coroutine_threadsafe") return true;
  return name === "gather" && expr.a.some((arg) => arg.n === "return_exceptions" && !(arg.v.k === "const" && arg.v.v === false));
}

/** Evaluates something whose errors do not reach the code that started it. */
function withoutErrors<T>(machine: Machine, frame: Frame, place: Place, run: () => T): T | Value {
  const mark = frame.exits.length;
  const before = machine.path;
  try {
    return run();
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    machine.path = before;
    return unknown("what a task answers", place);
  } finally {
    frame.exits.splice(mark, frame.exits.length, ...frame.exits.slice(mark).filter((exit) => exit.kind !== "raise"));
  }
}

export function evaluateArguments(machine: Machine, args: readonly { readonly v: Expr; readonly n?: string; readonly star?: 1 | 2 }[], frame: Frame): Arguments {
  if (args.length === 0) return noArguments;
  const positional: Value[] = [];
  let named: Map<string, Value> | undefined;
  let conditional: Map<number, ConditionList> | undefined;
  let open = false;
  for (const arg of args) {
    const value = evaluate(machine, arg.v, frame);
    if (arg.star === 1) {
      const elements = elementsOf(machine, value, { module: frame.module, s: arg.v.s, e: arg.v.e });
      for (const item of elements.items) {
        if (item.when) (conditional ??= new Map()).set(positional.length, item.when);
        positional.push(item.value);
      }
      if (elements.open !== undefined) open = true;
    } else if (arg.star === 2) {
      if (value.kind === "dict") {
        for (const entry of value.entries.values()) if (entry.key.kind === "const" && typeof entry.key.value === "string") (named ??= new Map()).set(entry.key.value, entry.value);
        if (value.open !== undefined) open = true;
      } else open = true;
    } else if (arg.n !== undefined) (named ??= new Map()).set(arg.n, value);
    else positional.push(value);
  }
  const keywords = named ?? noArguments.keywords;
  if (conditional === undefined) return { positional, keywords, open };
  return { positional, keywords, open, whens: new Map([...conditional].map(([index, when]) => [positional.length - index, when])) };
}

function evaluateSequence(machine: Machine, kind: Sequence["kind"], elements: readonly Expr[], frame: Frame): Sequence {
  const out = sequence(kind, []);
  if (machine.mode === "anonymous" && machine.path.conditions) out.since = machine.path.conditions;
  for (const element of elements) {
    const value = evaluate(machine, element, frame);
    if (element.k !== "star") {
      out.items.push({ value });
      continue;
    }
    const spread = elementsOf(machine, value, { module: frame.module, s: element.s, e: element.e });
    out.items.push(...spread.items);
    if (spread.open !== undefined) out.open = spread.open;
  }
  return out;
}

function evaluateDict(machine: Machine, entries: readonly { readonly key?: Expr; readonly v: Expr }[], frame: Frame): Dict {
  const out = emptyDict();
  for (const entry of entries) {
    const value = evaluate(machine, entry.v, frame);
    if (!entry.key) {
      if (value.kind === "dict") {
        for (const [key, inner] of value.entries) out.entries.set(key, inner);
        if (value.open !== undefined) out.open = value.open;
      } else out.open = "unknown entries were spread in";
      continue;
    }
    const key = evaluate(machine, entry.key, frame);
    // An unknown key still counts as an entry: its value is one of those that a loop over the dict meets.
    out.entries.set(keyOf(key) ?? `?:${entry.key.s}`, { key, value });
  }
  return out;
}

function evaluateBool(machine: Machine, operator: "and" | "or", parts: readonly Expr[], frame: Frame, place: Place): Value {
  const open: Value[] = [];
  const before = machine.path;
  let gate: BranchCondition | undefined;
  try {
    for (const [index, part] of parts.entries()) {
      let value: Value;
      try {
        value = evaluate(machine, part, frame);
      } catch (thrown) {
        const decided = open.at(-1);
        if (thrown !== diverged || !decided) throw thrown;
        // `user or refuse()`: who gets past it had the operand before.
        const raised = frame.exits.at(-1);
        gate = { value: decided, holds: operator === "or", place, text: "", ...(raised?.kind === "raise" && { otherwise: { kind: "raise", value: raised.value, place: raised.place } }) };
        break;
      }
      const truth = truthOf(machine, value);
      if (truth === (operator === "or")) {
        open.push(value);
        break;
      }
      // A decided operand that does not end it drops out, but for the last, which is then the result.
      if (truth === undefined || (index === parts.length - 1 && open.length === 0)) open.push(value);
      if (truth === undefined && index < parts.length - 1) {
        machine.path = withCondition(machine.path, { value, holds: operator === "and", place: { module: frame.module, s: part.s, e: part.e }, text: "" });
      }
    }
  } finally {
    machine.path = { ...before };
    if (gate) machine.path = withCondition(machine.path, gate);
  }
  const [only] = open;
  return open.length === 1 && only ? only : combine(machine, operator, open, place);
}

/** One of two expressions. Where one of them can only raise, the other is what is left, and the condition is in force. */
function either(machine: Machine, frame: Frame, fork: { readonly condition: Value; readonly expression: Expr; readonly place: Place }, first: () => Value, second: () => Value): Value {
  const values: Value[] = [];
  const take = (run: () => Value): (() => boolean) => () => {
    try {
      values.push(run());
      return true;
    } catch (thrown) {
      if (thrown !== diverged) throw thrown;
      return false;
    }
  };
  if (!branch(machine, frame, { ...fork, text: "" }, take(first), take(second))) throw diverged;
  const side = sideByDefault(fork.condition);
  const [a, b] = values;
  return (side === undefined || !a || !b ? undefined : textByDefault(side ? a : b, side ? b : a)) ?? union(values, fork.place);
}

function evaluateComparison(machine: Machine, expr: Expr & { k: "cmp" }, frame: Frame, place: Place): Value {
  let left = evaluate(machine, expr.l, frame);
  const results: Value[] = [];
  for (const { op, r } of expr.ops) {
    const right = evaluate(machine, r, frame);
    const result = compare(machine, op, left, right, place);
    const truth = truthOf(machine, result);
    if (truth === false) return result;
    if (truth === undefined) results.push(result);
    left = right;
  }
  const [only] = results;
  if (!only) return yes;
  return results.length === 1 ? only : combine(machine, "and", results, place);
}

function comprehension(machine: Machine, expr: Expr & { k: "comp" }, frame: Frame, place: Place): Value {
  const [first] = expr.for;
  const iterable = first && evaluate(machine, first.it, frame);
  const alternatives = iterable && alternativesOf(iterable);
  if (!alternatives) return comprehensionOver(machine, expr, iterable, frame, place);
  return oneOf(alternatives.map((one) => ({ value: comprehensionOver(machine, expr, one, frame, place), under: conditionsOfOption(iterable, one) })), place);
}

/** @param iterable What the first clause walks. */
function comprehensionOver(machine: Machine, expr: Expr & { k: "comp" }, iterable: Value | undefined, frame: Frame, place: Place): Value {
  const scope = newScope("function", frame.module, frame.scope);
  const inner: Frame = { ...frame, scope };
  if (expr.c === "dict") {
    const out = emptyDict();
    const since = machine.path.conditions;
    const open = clauses(machine, expr.for, iterable, inner, () => {
      const key = evaluate(machine, expr.el, inner);
      const value = expr.val ? evaluate(machine, expr.val, inner) : none;
      out.entries.set(keyOf(key) ?? `?:${out.entries.size}`, withItemCondition(machine, { key, value }, since));
    });
    if (open !== undefined) out.open = open;
    return out;
  }
  const items: Item[] = [];
  const since = machine.path.conditions;
  const open = clauses(machine, expr.for, iterable, inner, (filters) => {
    const value = evaluate(machine, expr.el, inner);
    // What a generator yields only sometimes keeps the condition: `any(… if owner == user)` asks for both.
    const filtered = machine.mode !== "load" && expr.c === "gen" && filters.length > 0 ? operation("and", [...filters, value], place) : value;
    items.push(withItemCondition(machine, { value: filtered }, since));
  });
  const kind = expr.c === "set" ? "set" : "list";
  return { kind, items, ...(open !== undefined && { open }), ...(since && { since }) };
}

/** Runs `body` for every combination of the clauses; says why there may be more. */
function clauses(machine: Machine, list: readonly Clause[], iterable: Value | undefined, frame: Frame, body: (filters: readonly Value[]) => void, filters: readonly Value[] = []): string | undefined {
  const [clause, ...rest] = list;
  if (!clause) {
    body(filters);
    return undefined;
  }
  const place: Place = { module: frame.module, s: clause.it.s, e: clause.it.e };
  const elements = elementsOf(machine, iterable ?? evaluate(machine, clause.it, frame), place);
  let open = elements.open;
  const outer = machine.path;
  if (open !== undefined) machine.looped++;
  for (const item of elements.items) {
    const byDefault = isThereByDefault(machine, item);
    if (byDefault === false) continue;
    machine.path = item.when && byDefault === undefined ? { ...outer, conditions: item.when } : outer;
    assign(machine, clause.t, item.value, frame);
    let keep = true;
    const own: Value[] = [];
    for (const test of clause.ifs) {
      const condition = evaluate(machine, test, frame);
      const truth = truthOf(machine, condition);
      if (truth === false) keep = false;
      if (truth !== undefined) continue;
      own.push(condition);
      machine.path = withCondition(machine.path, { value: condition, holds: true, place: { module: frame.module, s: test.s, e: test.e }, text: "" });
    }
    if (keep) open = clauses(machine, rest, undefined, frame, body, [...filters, ...own]) ?? open;
  }
  if (elements.open !== undefined) machine.looped--;
  machine.path = outer;
  return open;
}

export function lambda(machine: Machine, params: readonly Param[], body: Expr, frame: Frame, place: Place): FunctionValue {
  return {
    kind: "function",
    name: "<lambda>",
    params,
    defaults: evaluateDefaults(machine, params, frame),
    body,
    scope: frame.scope,
    place,
    isAsync: false,
    isGenerator: false,
    binding: "instance",
    wrappers: [],
    attributes: new Map(),
  };
}

export function evaluateDefaults(machine: Machine, params: readonly Param[], frame: Frame): Map<string, Value> {
  const defaults = new Map<string, Value>();
  for (const param of params) if (param.d) defaults.set(param.n, evaluate(machine, param.d, frame));
  return defaults;
}
