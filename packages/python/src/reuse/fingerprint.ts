import { hash } from "node:crypto";
import { Module } from "../modules/module.ts";
import type { ConditionList } from "../evaluate/path.ts";
import type { Import, Scope } from "../evaluate/scope.ts";
import type { ModuleSummary } from "../syntax.ts";
import type { ClassValue, FunctionValue, NativeFunction, Value } from "../values/value.ts";
import { Namespace } from "./heap.ts";
import { namesIn } from "./names-in.ts";
import { unitsIn } from "./units.ts";

/** Parts of one value that are looked at; one of more is incomparable. */
const mostParts = 30_000;

/** Something cannot be told from what it was: it is equal to nothing. */
class Incomparable extends Error {}

/**
 * Tells values of one evaluation by texts that are equal for what is equal in the next one, wherever lines have moved to.
 * Modules and classes of the repository are told by name: what is read of them is compared by itself. Functions are told
 * by their text and what they close over.
 */
export class Fingerprints {
  readonly #summaryOf: (path: string) => ModuleSummary | undefined;
  readonly #imported: (scope: Scope, name: string, bound: Import) => Value;
  /** Natives that are there before any module runs. */
  readonly #isFixed: (native: NativeFunction) => boolean;
  #known: WeakMap<object, string> = new WeakMap();
  /** Objects around the one at hand, by depth; and the least depth that the one at hand refers to. */
  readonly #around: Map<object, number> = new Map();
  #reaches = Number.POSITIVE_INFINITY;
  #parts = 0;

  constructor(summaryOf: (path: string) => ModuleSummary | undefined, isFixed: (native: NativeFunction) => boolean, imported: (scope: Scope, name: string, bound: Import) => Value) {
    this.#summaryOf = summaryOf;
    this.#imported = imported;
    this.#isFixed = isFixed;
  }

  /** Forgets what is known: objects may have changed. */
  renew(): void {
    this.#known = new WeakMap();
  }

  /** Of a value, or of data that holds values, places and spans. Undefined where it cannot be told. */
  of(value: unknown): string | undefined {
    this.#parts = 0;
    this.#around.clear();
    this.#reaches = Number.POSITIVE_INFINITY;
    try {
      return this.#of(value);
    } catch (thrown) {
      if (!(thrown instanceof Incomparable)) throw thrown;
      return undefined;
    }
  }

  #of(value: unknown): string {
    if (value === null || value === undefined || typeof value === "boolean" || typeof value === "number") return String(value);
    if (typeof value === "string") return short(JSON.stringify(value));
    if (typeof value !== "object") throw new Incomparable(`a ${typeof value}`);
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const above = this.#around.get(value);
    if (above !== undefined) {
      this.#reaches = Math.min(this.#reaches, above);
      return `^${this.#around.size - above}`;
    }
    if (++this.#parts > mostParts) throw new Incomparable("too much of it");
    const depth = this.#around.size;
    if (depth > 400) throw new Incomparable("nested too deeply");
    const outer = this.#reaches;
    this.#reaches = Number.POSITIVE_INFINITY;
    this.#around.set(value, depth);
    const text = short(this.#object(value));
    this.#around.delete(value);
    // What refers to something around it reads otherwise from elsewhere.
    if (this.#reaches >= depth) this.#known.set(value, text);
    this.#reaches = Math.min(outer, this.#reaches >= depth ? Number.POSITIVE_INFINITY : this.#reaches);
    return text;
  }

  #object(value: object): string {
    if (value instanceof Module) return `module ${value.path}`;
    if (Array.isArray(value)) return `[${value.map((one) => this.#of(one)).join()}]`;
    if (value instanceof Map) return `{${[...Map.prototype.entries.call(value)].map(([key, one]) => `${this.#of(key)}:${this.#of(one)}`).join()}}`;
    if (value instanceof Set) return `(${[...value].map((one) => this.#of(one)).join()})`;
    if (isPlace(value)) return this.#place(value.module.path, value.module.summary, value.s, value.e);
    if (isSpan(value)) return this.#span(value);
    if (isValue(value)) return this.#value(value);
    if (isConditions(value)) return this.#conditions(value);
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Incomparable(`a ${value.constructor.name}`);
    return this.#fields(value);
  }

  #fields(value: object): string {
    const parts: string[] = [];
    for (const [key, one] of Object.entries(value)) if (one !== undefined) parts.push(`${key}:${this.#of(one)}`);
    return `{${parts.join()}}`;
  }

  #conditions(list: ConditionList): string {
    const parts: string[] = [];
    for (let at: ConditionList | undefined = list; at !== undefined; at = at.rest) parts.push(this.#of(at.head));
    return `when ${parts.join()}`;
  }

  #value(value: Value): string {
    switch (value.kind) {
      case "class":
        return this.#class(value);
      case "function":
        return this.#function(value);
      case "native":
        return this.#native(value);
      case "module":
        return `module ${value.module.path}`;
      default:
        return this.#fields(value);
    }
  }

  /** What a class is, and what it inherits from. What it holds is compared where it is read. */
  #class(cls: ClassValue): string {
    const { attributes } = cls;
    const label = attributes instanceof Namespace ? attributes.label : undefined;
    // One from outside is what its name says; one that a run made for itself is all that it holds.
    if (!cls.place) return `outside ${cls.name}`;
    if (label === undefined) {
      return `class ${cls.name} ${this.#heads(cls)} ${this.#of(new Map(Map.prototype.entries.call(attributes)))}`;
    }
    return `class ${label} ${this.#heads(cls)}`;
  }

  #heads(cls: ClassValue): string {
    return cls.mro.map((one) => this.#head(one)).join(" ");
  }

  readonly #headOf: WeakMap<ClassValue, string> = new WeakMap();

  #head(cls: ClassValue): string {
    const known = this.#headOf.get(cls);
    if (known !== undefined) return known;
    const { name, place, metaclass, wrappers, doc, fields, opaque, attributes } = cls;
    const label = attributes instanceof Namespace ? attributes.label : undefined;
    const annotated = [...fields].map(([field, one]) => `${field} ${this.#of(one.place)}`);
    const head = short(`${name} ${label} ${place ? this.#of(place) : ""} ${metaclass?.name ?? ""} ${wrappers ? this.#of(wrappers) : ""} ${doc ?? ""} ${opaque} ${annotated.join()}`);
    this.#headOf.set(cls, head);
    return head;
  }

  #function(fn: FunctionValue): string {
    const { name, place, binding, defaults, attributes, wrappers, wraps, before, owner, scope, isAsync, isGenerator } = fn;
    const parts = [name, this.#place(place.module.path, place.module.summary, place.s, place.e), binding, String(isAsync), String(isGenerator)];
    if (defaults.size > 0) parts.push(this.#of(defaults));
    if (attributes.size > 0) parts.push(this.#of(attributes));
    if (wrappers.length > 0) parts.push(this.#of(wrappers));
    if (wraps) parts.push(this.#of(wraps));
    if (before) parts.push(this.#of(before));
    if (owner) parts.push((owner.attributes instanceof Namespace && owner.attributes.label) || owner.name);
    for (let at: Scope | undefined = scope; at !== undefined && at.kind !== "module"; at = at.parent) if (at.kind === "function") parts.push(this.#closure(at, fn));
    return `function ${parts.join(" ")}`;
  }

  /** Of a scope around a function, what its code names. */
  #closure(scope: Scope, { body, params }: FunctionValue): string {
    const parts: string[] = [];
    for (const name of namesIn(body, params)) {
      const bound = scope.vars.get(name);
      if (bound) parts.push(`${name}:${this.#of(bound.kind === "import" ? this.#imported(scope, name, bound) : bound)}`);
    }
    return parts.join();
  }

  #native(native: NativeFunction): string {
    if (native.of !== undefined) return `native ${native.name} ${this.#of(native.of)}`;
    if (!this.#isFixed(native)) throw new Incomparable(`the native ${native.name}`);
    return `native ${native.name}`;
  }

  #place(path: string, summary: ModuleSummary, s: number, e: number): string {
    const unit = unitsIn(summary).at(s);
    return unit ? `${path} ${unit.key} ${s - unit.s} ${e - s}` : `${path} ${s} ${e}`;
  }

  #span({ path, line, column, endLine, endColumn }: Spanned): string {
    const summary = this.#summaryOf(path);
    const start = summary?.lines[line - 1];
    if (summary === undefined || start === undefined) return `${path} ${line} ${column} ${endLine} ${endColumn}`;
    const s = start + column - 1;
    return `${this.#place(path, summary, s, s)} ${endLine - line} ${endColumn}`;
  }
}

interface Spanned {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function isSpan(value: object): value is Spanned {
  return "endColumn" in value && "endLine" in value && "path" in value;
}

function isPlace(value: object): value is FunctionValue["place"] {
  return "s" in value && "e" in value && "module" in value && value.module instanceof Module && !("kind" in value);
}

function isConditions(value: object): value is ConditionList {
  return "head" in value && "rest" in value && "depth" in value;
}

const kinds: ReadonlySet<unknown> = new Set(["class", "function", "native", "module"]);

/** A value that is not told by its fields. */
function isValue(value: object): value is Value {
  return "kind" in value && kinds.has(value.kind) && ("attributes" in value || "call" in value || "module" in value);
}

function short(text: string): string {
  return text.length <= 80 ? text : `#${hash("sha256", text, "base64").slice(0, 32)}`;
}
