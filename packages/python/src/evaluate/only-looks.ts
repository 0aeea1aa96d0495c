import type { FunctionValue } from "../values/value.ts";

const known = new WeakMap<object, boolean>();

/**
 * Whether a function does nothing but look at what it is given: it raises nothing, changes nothing, and calls nothing but itself and
 * what Python has for looking at values. A walk over a tree of types is one.
 */
export function onlyLooks(fn: FunctionValue): boolean {
  const { body } = fn;
  let is = known.get(body);
  if (is === undefined) {
    is = !("k" in body) && !fn.isAsync && !fn.isGenerator && looks(body, fn.name.slice(fn.name.lastIndexOf(".") + 1));
    known.set(body, is);
  }
  return is;
}

const acting: ReadonlySet<string> = new Set(["await", "yield", "lambda", "bad", "raise", "assert", "del", "global", "nonlocal", "while", "try", "with", "match", "import", "from", "type", "def", "class", "aug"]);
const lookingCalls: ReadonlySet<string> = new Set("any all isinstance issubclass str repr len bool int float hasattr getattr type set list tuple dict sorted zip map filter enumerate range min max sum get_origin get_args quote quote_plus unquote unquote_plus".split(" "));
const lookingMethods: ReadonlySet<string> = new Set("startswith endswith lower upper strip split join get items keys values".split(" "));

/** Walks statements and expressions alike: every node of either says its kind in `k`. */
function looks(node: unknown, self: string): boolean {
  if (Array.isArray(node)) return node.every((one) => looks(one, self));
  if (typeof node !== "object" || node === null) return true;
  const { k } = node as { readonly k?: string };
  if (k !== undefined && acting.has(k)) return false;
  if (k === "call" && !isLookingCall(node as { readonly f: CalleeNode }, self)) return false;
  if (k === "assign" && !(node as { readonly t: readonly { readonly k: string }[] }).t.every((target) => target.k === "name" || target.k === "tuple")) return false;
  return Object.values(node).every((one) => looks(one, self));
}

interface CalleeNode {
  readonly k: string;
  readonly id?: string;
  readonly n?: string;
}

function isLookingCall({ f }: { readonly f: CalleeNode }, self: string): boolean {
  if (f.k === "name") return f.id === self || lookingCalls.has(f.id ?? "");
  return f.k === "attr" && (lookingMethods.has(f.n ?? "") || f.n === self);
}
