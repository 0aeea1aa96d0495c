import type { FunctionValue } from "../values/value.ts";
import type { Scope } from "./scope.ts";

/** `walks`: it only looks, and calls itself. */
type Kind = "acts" | "looks" | "walks";

const known = new WeakMap<object, Kind>();

/**
 * Whether a function does nothing but look at what it is given: it turns nobody away, changes nothing but the collections that it makes itself,
 * and calls nothing but itself, functions of its module that only look, and what Python has for looking at values. A walk over a tree of types is one.
 */
export function onlyLooks(fn: FunctionValue): boolean {
  return kindOf(fn) !== "acts";
}

/** Whether such a function calls itself: what it costs grows with what its argument leads to. */
export function onlyWalks(fn: FunctionValue): boolean {
  return kindOf(fn) === "walks";
}

function kindOf(fn: FunctionValue): Kind {
  const { body } = fn;
  let kind = known.get(body);
  if (kind === undefined) {
    // Functions that call each other are not looked into without end.
    known.set(body, "acts");
    if (!("k" in body) && !fn.isAsync && !fn.isGenerator) {
      const look = new Look(fn);
      kind = !look.isAll(body) ? "acts" : look.callsItself ? "walks" : "looks";
    }
    kind ??= "acts";
    known.set(body, kind);
  }
  return kind;
}

const acting: ReadonlySet<string> = new Set(["await", "yield", "lambda", "bad", "assert", "del", "global", "nonlocal", "while", "with", "match", "import", "from", "type", "def", "class", "aug"]);
const lookingCalls: ReadonlySet<string> = new Set("any all isinstance issubclass str repr len bool int float hasattr getattr type set list tuple dict sorted zip map filter enumerate range min max sum get_origin get_args quote quote_plus unquote unquote_plus".split(" "));
/** `get_field` and `get_fields` are what an ORM's models say of themselves. */
const lookingMethods: ReadonlySet<string> = new Set("startswith endswith lower upper strip split join get items keys values get_field get_fields".split(" "));
const collectingMethods: ReadonlySet<string> = new Set("append extend insert add update setdefault".split(" "));
const makers: ReadonlySet<string> = new Set(["list", "dict", "set"]);
/** What is raised for a call that nobody should have written: it turns no caller away. */
const mistakes: ReadonlySet<string> = new Set(["TypeError", "NotImplementedError"]);

interface Node {
  readonly k?: string;
  readonly [field: string]: unknown;
}

class Look {
  readonly #name: string;
  readonly #scope: Scope | undefined;
  /** Collections that the function made itself: by the names that nothing else is ever assigned to. */
  readonly #own: Set<string> = new Set();
  readonly #others: Set<string>;
  callsItself = false;

  constructor(fn: FunctionValue) {
    this.#name = fn.name.slice(fn.name.lastIndexOf(".") + 1);
    this.#scope = fn.scope;
    this.#others = new Set(fn.params.map(({ n }) => n));
    this.#assigned(fn.body);
    for (const name of this.#others) this.#own.delete(name);
  }

  /** Walks statements and expressions alike: every node of either says its kind in `k`. */
  isAll(node: unknown): boolean {
    if (Array.isArray(node)) return node.every((one) => this.isAll(one));
    if (typeof node !== "object" || node === null) return true;
    const one = node as Node;
    switch (one.k) {
      case "raise":
        return isMistake(one);
      case "call":
        if (!this.#isLookingCall(one["f"] as Node)) return false;
        break;
      case "assign":
        if (!(one["t"] as readonly Node[]).every((target) => this.#isOwnTarget(target))) return false;
        break;
      default:
        if (one.k !== undefined && acting.has(one.k)) return false;
    }
    return Object.values(one).every((child) => this.isAll(child));
  }

  #isOwnTarget(target: Node): boolean {
    if (target.k === "name" || target.k === "tuple") return true;
    return target.k === "sub" && this.#isOwn(target["o"]);
  }

  #isLookingCall(callee: Node): boolean {
    const called = callee.k === "name" ? (callee["id"] as string) : callee.k === "attr" ? (callee["n"] as string) : undefined;
    if (called === undefined) return false;
    // `super().__init__()` is another function of the same name.
    if (called === this.#name && !called.startsWith("__")) {
      this.callsItself = true;
      return true;
    }
    if (callee.k === "name") return lookingCalls.has(called) || this.#isLookingFunction(called);
    return lookingMethods.has(called) || (collectingMethods.has(called) && this.#isOwn(callee["o"]));
  }

  /** One of the same text: what another module has under the name, or a call of the function around, may be another one the next time. */
  #isLookingFunction(name: string): boolean {
    let scope = this.#scope;
    while (scope && scope.kind !== "module" && !scope.vars.has(name)) scope = scope.parent;
    const value = scope?.kind === "module" ? scope.vars.get(name) : undefined;
    return value?.kind === "function" && value.place.module === scope?.module && onlyLooks(value);
  }

  #isOwn(node: unknown): boolean {
    const { k, id } = node as Node;
    return k === "name" && this.#own.has(id as string);
  }

  /** Sorts the names that are assigned to: to collections that are made there, and to anything else. */
  #assigned(node: unknown): void {
    if (Array.isArray(node)) {
      for (const one of node) this.#assigned(one);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    const one = node as Node;
    const targets = one.k === "assign" ? (one["t"] as readonly Node[]) : one.k === "for" || one.k === "ann" ? [one["t"] as Node] : [];
    const isMade = one.k === "assign" && targets.length === 1 && isCollection(one["v"] as Node);
    for (const target of targets) this.#target(target, isMade);
    if (one.k === "walrus") this.#others.add(one["n"] as string);
    for (const child of Object.values(one)) this.#assigned(child);
  }

  #target(target: Node, isMade: boolean): void {
    if (target.k === "name") (isMade ? this.#own : this.#others).add(target["id"] as string);
    else if (target.k === "tuple" || target.k === "list") for (const one of target["x"] as readonly Node[]) this.#target(one, false);
    else if (target.k === "star") this.#target(target["v"] as Node, false);
  }
}

function isCollection(node: Node): boolean {
  if (node.k === "list" || node.k === "dict" || node.k === "set" || node.k === "comp") return true;
  const callee = node.k === "call" ? (node["f"] as Node) : undefined;
  return callee?.k === "name" && makers.has(callee["id"] as string);
}

function isMistake(node: Node): boolean {
  const raised = node["v"] as Node | undefined;
  const name = raised?.k === "call" ? (raised["f"] as Node) : raised;
  return name?.k === "name" && mistakes.has(name["id"] as string);
}
