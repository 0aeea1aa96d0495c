import { emptyDict, labelsOf, sequence, symbolic, unknown } from "../values/make.ts";
import { constant } from "../values/make.ts";
import { label, type ClassValue, type FunctionValue, type Place, type Value } from "../values/value.ts";
import { classOfAnnotation } from "./annotations.ts";
import type { Machine } from "./machine.ts";
import type { Arguments } from "./native-call.ts";
import type { Param } from "../syntax.ts";

/** Keywords of calls without any. Nothing is ever put in. */
const nothing: Map<string, Value> = new Map();

/** Binds arguments to parameters as Python does; parameters that nothing was given for are unknown, typed by their annotation. */
export function bindArguments(machine: Machine, fn: FunctionValue, args: Arguments, place: Place): Map<string, Value> {
  const bound = new Map<string, Value>();
  const keywords = args.keywords.size === 0 ? nothing : new Map(args.keywords);
  let next = 0;
  for (const param of fn.params) {
    switch (param.kind) {
      case "pos":
      case "any": {
        const positional = args.positional[next];
        if (positional) {
          next++;
          bound.set(param.n, withType(machine, fn, param, positional));
          break;
        }
        const keyword = param.kind === "any" ? keywords.get(param.n) : undefined;
        if (keyword) {
          keywords.delete(param.n);
          bound.set(param.n, withType(machine, fn, param, keyword));
          break;
        }
        bound.set(param.n, absent(machine, fn, param, args, place));
        break;
      }
      case "kw": {
        const keyword = keywords.get(param.n);
        keywords.delete(param.n);
        bound.set(param.n, keyword ? withType(machine, fn, param, keyword) : absent(machine, fn, param, args, place));
        break;
      }
      case "var":
        bound.set(param.n, rest(args, next));
        next = args.positional.length;
        break;
      case "kwvar": {
        const others = emptyDict(args.open ? "keywords of unknown names were passed on" : undefined);
        for (const [name, value] of keywords) others.entries.set(`s:${name}`, { key: constant(name), value });
        bound.set(param.n, [...keywords.values()].some((value) => value.kind === "symbolic" && value.term.kind === "input" && value.term.source === "path") ? { ...others, ofRoute: true } : others);
        break;
      }
      default:
        param.kind satisfies never;
    }
  }
  return bound;
}

/** What `*args` holds: arguments out of a list keep the conditions under which they were in it. */
function rest(args: Arguments, from: number): Value {
  const tuple = sequence("tuple", args.positional.slice(from), args.open ? "arguments of unknown number were passed on" : undefined);
  if (!args.whens) return tuple;
  const items = tuple.items.map((item, index) => {
    const when = args.whens?.get(tuple.items.length - index);
    return when ? { ...item, when } : item;
  });
  return { ...tuple, items };
}

function absent(machine: Machine, fn: FunctionValue, param: Param, args: Arguments, place: Place): Value {
  const fallback = fn.defaults.get(param.n);
  if (fallback && !args.open) return fallback;
  const type = typeOf(machine, fn, param);
  const reason = `nothing is known of the argument ${param.n}`;
  const labels = fn.wrappers.length > 0 ? handedOn(args) : 0;
  return type ? symbolic({ kind: "unknown", reason }, { place, reason, type, labels }) : unknown(reason, place, labels);
}

/** A decorator from outside that adds an argument moves what was passed: a credential may be in any of those that are left. */
function handedOn(args: Arguments): number {
  return [...args.positional, ...args.keywords.values()].reduce((labels, value) => labels | labelsOf(value), 0) & (label.credential | label.guess | label.named | label.principal);
}

/** An unknown argument is at least what the parameter's annotation says. */
function withType(machine: Machine, fn: FunctionValue, param: Param, value: Value): Value {
  if (value.kind !== "symbolic" || value.type) return value;
  const type = typeOf(machine, fn, param);
  return type ? { ...value, type, labels: labelsOf(value) } : value;
}

function typeOf(machine: Machine, fn: FunctionValue, { a: annotation }: Param): ClassValue | undefined {
  return annotation && machine.mode !== "load" ? classOfAnnotation(machine, annotation, fn.scope, fn.place) : undefined;
}
