import { noteLooseMatch, shownText } from "../guards/loose-match.ts";
import { noteRouteName } from "../guards/unbound-name.ts";
import { appendBounded, constant, labelsOf, no, symbolic, union, yes } from "../values/make.ts";
import { concat, knownText, longestText, textOf } from "../values/text.ts";
import { termOf } from "../values/term.ts";
import { label, type Instance, type Lean, type Place, type Sequence, type Value } from "../values/value.ts";
import { ofMetaclass } from "./attributes.ts";
import { call, callMethod } from "./calls.ts";
import { elementsOf } from "./iteration.ts";
import type { Machine } from "./machine.ts";
import { findInMro } from "./attributes.ts";
import { argumentsOf, nativeCall } from "./native-call.ts";
import { setDisjunction, type BranchCondition } from "./path.ts";
import { isChosenByCaller, isPathParameter, isSecretOfCaller } from "./chosen-by-caller.ts";
import { leanOf, truthOf } from "./truth.ts";
import { takesTextsByDefault } from "./by-default.ts";

export function operation(operator: string, operands: readonly Value[], place: Place | undefined, lean?: Lean): Value {
  const labels = operands.reduce((all, operand) => all | labelsOf(operand), 0);
  const reason = operands.find((operand) => operand.kind === "symbolic" && operand.reason !== undefined);
  const pending = operands.some((operand) => operand.kind === "symbolic" && operand.pending);
  return symbolic(
    { kind: "operation", operator, operands: operands.map((operand) => termOf(operand)) },
    { labels, place, lean, reason: reason?.kind === "symbolic" ? reason.reason : undefined, pending },
  );
}

export function negate(machine: Machine, value: Value, place: Place): Value {
  const truth = truthOf(machine, value);
  // For a caller a default decides, and stays one.
  if (truth !== undefined) return value.kind === "const" && value.soft === true && machine.mode === "anonymous" ? constant(!truth, true) : truth ? no : yes;
  const lean = leanOf(machine, value);
  if (value.kind === "const") return constant(!value.value, value.soft);
  return operation("not", [value], place, lean && { truth: !lean.truth, strong: lean.strong });
}

/** `a and b` or `a or b` where the first operand did not decide it. */
export function combine(machine: Machine, operator: "and" | "or", values: readonly Value[], place: Place): Value {
  const leans = values.map((value) => leanOf(machine, value));
  const ends = operator === "or";
  const deciding = leans.filter((lean) => lean !== undefined).filter((lean) => lean.truth === ends);
  let lean: Lean | undefined;
  if (deciding.length > 0) lean = { truth: ends, strong: deciding.some((one) => one.strong) };
  else if (leans.every((one) => one !== undefined)) lean = { truth: !ends, strong: leans.every((one) => one?.strong) };
  const fallback = values.at(-1);
  // `os.getenv("X") or "/x"`: what the code falls back to, which the environment may replace.
  if (operator === "or" && machine.mode === "load" && fallback?.kind === "const" && values.slice(0, -1).every((value) => value.kind === "symbolic" && value.reason?.startsWith("the environment decides"))) return constant(fallback.value, true);
  const structured = values.some((value) => value.kind !== "symbolic" && value.kind !== "const" && value.kind !== "union");
  if (structured) return union(values, place);
  return operation(operator, values, place, lean);
}

export function arithmetic(machine: Machine, operator: string, left: Value, right: Value, place: Place): Value {
  const overloaded = overload(machine, operator, left, right, place);
  if (overloaded) return overloaded;
  if (operator === "+") {
    if (isText(left) && isText(right)) return concat([left, right]);
    if ((isText(left) && mayBeText(right)) || (isText(right) && mayBeText(left))) return concat([left, right]);
    if ((left.kind === "list" || left.kind === "tuple") && (right.kind === "list" || right.kind === "tuple")) {
      const open = left.open ?? right.open;
      const sum: Sequence = { kind: left.kind, items: [...left.items], ...(open !== undefined && { open }) };
      appendBounded(sum, right.items);
      return sum;
    }
    if (isOneOfLists(left) || isOneOfLists(right)) {
      const [first, second] = [elementsOf(machine, left, place), elementsOf(machine, right, place)];
      const sum: Sequence = { kind: "list", items: [...first.items] };
      appendBounded(sum, second.items);
      const open = first.open ?? second.open;
      return open === undefined ? sum : { ...sum, open };
    }
    if (left.kind === "list" || right.kind === "list") {
      const [list, other] = left.kind === "list" ? [left, right] : [right, left];
      if (list.kind === "list" && other.kind === "symbolic") return { kind: "list", items: [...list.items], open: other.reason ?? "a list of unknown content was added" };
    }
  }
  if (left.kind === "set" && right.kind === "set") {
    const combined = setOperation(machine, operator, left, right);
    if (combined) return combined;
  }
  if (operator === "|" && left.kind === "dict" && right.kind === "dict") {
    const open = left.open ?? right.open;
    return { kind: "dict", entries: new Map([...left.entries, ...right.entries]), ...(open !== undefined && { open }) };
  }
  if (left.kind === "const" && right.kind === "const" && typeof left.value === "number" && typeof right.value === "number") {
    const result = compute(operator, left.value, right.value);
    if (result !== undefined) return constant(result, left.soft || right.soft);
  }
  if (operator === "*" && left.kind === "const" && typeof left.value === "string" && right.kind === "const" && typeof right.value === "number" && right.value < 100 && left.value.length * right.value <= longestText) {
    return constant(left.value.repeat(Math.max(0, right.value)), left.soft);
  }
  if (operator === "/" && isText(right)) return concat([left, constant("/"), right]);
  if (operator === "%" && left.kind === "const" && typeof left.value === "string") return formatPercent(left.value, right);
  return operation(operator, [left, right], place);
}

const dunders: Readonly<Record<string, string>> = { "+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "@": "matmul", "|": "or", "&": "and", "^": "xor", "<<": "lshift", ">>": "rshift" };

/** An operator that a class of the repository defines, or its metaclass for classes: `IsOwner() | IsAdmin()`, `IsOwner | IsAdmin`. */
function overload(machine: Machine, operator: string, left: Value, right: Value, place: Place): Value | undefined {
  const name = dunders[operator];
  if (name === undefined) return undefined;
  if (left.kind === "instance") {
    const result = callMethod(machine, left, `__${name}__`, argumentsOf(right), place);
    if (result) return result;
  }
  const ofClass = (left.kind === "class" && ofMetaclass(machine, left, `__${name}__`, place)) || undefined;
  if (ofClass) return call(machine, ofClass, argumentsOf(right), place);
  if (right.kind === "instance") return callMethod(machine, right, `__r${name}__`, argumentsOf(left), place);
  const reflected = (right.kind === "class" && ofMetaclass(machine, right, `__r${name}__`, place)) || undefined;
  return reflected && call(machine, reflected, argumentsOf(left), place);
}

/** `|`, `&`, `-`, `^` of sets. Where equality is not known an element may or may not stay. */
function setOperation(machine: Machine, operator: string, left: Sequence, right: Sequence): Sequence | undefined {
  const open = left.open ?? right.open;
  const inside = (value: Value, set: Sequence): boolean | undefined => membership(machine, value, set);
  switch (operator) {
    case "|":
      return { kind: "set", items: [...left.items, ...right.items.filter((item) => inside(item.value, left) !== true)], ...(open !== undefined && { open }) };
    case "-": {
      const answers = left.items.map((item) => inside(item.value, right));
      if (answers.includes(undefined)) return undefined;
      return { kind: "set", items: left.items.filter((_, index) => answers[index] === false), ...(left.open !== undefined && { open: left.open }) };
    }
    case "&": {
      const answers = left.items.map((item) => inside(item.value, right));
      if (answers.includes(undefined)) return undefined;
      return { kind: "set", items: left.items.filter((_, index) => answers[index] === true), ...(left.open !== undefined && { open: left.open }) };
    }
    default:
      return undefined;
  }
}

/** Whether all elements of one set are in another. */
function isSubset(machine: Machine, left: Sequence, right: Sequence): boolean | undefined {
  const answers = left.items.filter((item) => !item.when).map((item) => membership(machine, item.value, right));
  if (answers.includes(false)) return false;
  return left.open === undefined && right.open === undefined && !answers.includes(undefined) && left.items.every((item) => !item.when) ? true : undefined;
}

/** One of several lists: what an addition yields holds the elements of each where that one is used. */
function isOneOfLists(value: Value): boolean {
  return value.kind === "union" && value.options.every((option) => option.kind === "list" || option.kind === "tuple");
}

function mayBeText(value: Value): boolean {
  return value.kind === "symbolic" || value.kind === "union" || value.kind === "external";
}

function isText(value: Value): boolean {
  return value.kind === "template" || (value.kind === "const" && typeof value.value === "string");
}

function compute(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? undefined : a / b;
    case "//":
      return b === 0 ? undefined : Math.floor(a / b);
    case "%":
      return b === 0 ? undefined : ((a % b) + b) % b;
    default:
      return undefined;
  }
}

function formatPercent(format: string, right: Value): Value {
  const values = right.kind === "tuple" ? right.items.map((item) => item.value) : [right];
  let next = 0;
  const pieces: Value[] = [];
  for (const piece of format.split(/(%%|%\(\w+\)[sdr]|%[sdr])/)) {
    if (piece === "%%") pieces.push(constant("%"));
    else if (/^%\(\w+\)[sdr]$/.test(piece)) {
      const entry = right.kind === "dict" ? right.entries.get(`s:${piece.slice(2, -2)}`) : undefined;
      pieces.push(entry?.value ?? { kind: "template", parts: [right] });
    } else if (/^%[sdr]$/.test(piece)) {
      const value = values[next++];
      pieces.push(value ? textOf(value) : constant(piece));
    } else pieces.push(constant(piece));
  }
  return concat(pieces);
}

/** `"/login" in path`: which stretch of the path it is. */
function notePart(machine: Machine, operator: string, left: Value, right: Value, place: Place): void {
  if ((operator !== "in" && operator !== "not in") || left.kind !== "const" || typeof left.value !== "string" || (right.kind !== "const" && right.kind !== "template")) return;
  const start = shownText(right).indexOf(left.value);
  noteLooseMatch(machine, right, left.value, { start, end: start + left.value.length }, place);
}

/** One comparison. For a caller without a valid credential, what it sent equals no secret. */
export function compare(machine: Machine, operator: string, left: Value, right: Value, place: Place): Value {
  const contained = operator === "in" || operator === "not in" ? contains(machine, left, right, place) : undefined;
  if (contained) return operator === "in" ? contained : negate(machine, contained, place);
  const known = decideComparison(machine, operator, left, right);
  if (known !== undefined) {
    if (known === (operator === "in")) notePart(machine, operator, left, right, place);
    if (right.kind === "dict" && (operator === "in" || operator === "not in")) noteRouteName(machine, right, knownText(left), place);
    // The environment may replace a text by another text, and never by None.
    const withNone = [left, right].some((one) => one.kind === "const" && one.value === null && !one.soft) && [left, right].every((one) => one.kind === "const" && (one.value === null || typeof one.value === "string"));
    const soft = !withNone && ((left.kind === "const" && left.soft) || (right.kind === "const" && right.soft));
    if (!soft || machine.mode === "trace" || takesTextsByDefault(machine)) return constant(known);
    return constant(known, true);
  }
  return operation(operator, [left, right], place, machine.mode === "anonymous" ? (comparisonLean(machine, operator, left, right) ?? leanOfEach(machine, operator, left, right, place)) : undefined);
}

/** Of one of several values (what a caller sends, or else a default), the truth that the comparison has for each. */
function leanOfEach(machine: Machine, operator: string, left: Value, right: Value, place: Place): Lean | undefined {
  if (left.kind === "union") return leanOf(machine, union(left.options.map((option) => compare(machine, operator, option, right, place))));
  return right.kind === "union" ? leanOf(machine, union(right.options.map((option) => compare(machine, operator, left, option, place)))) : undefined;
}

function decideComparison(machine: Machine, operator: string, left: Value, right: Value): boolean | undefined {
  switch (operator) {
    case "==":
    case "is": {
      const same = sameness(machine, left, right);
      return same;
    }
    case "!=":
    case "is not": {
      const same = sameness(machine, left, right);
      return same === undefined ? undefined : !same;
    }
    case "in":
      return membership(machine, left, right);
    case "not in": {
      const inside = membership(machine, left, right);
      return inside === undefined ? undefined : !inside;
    }
    case "<":
    case ">":
    case "<=":
    case ">=":
      if (left.kind === "set" && right.kind === "set") {
        const [inner, outer] = operator.startsWith("<") ? [left, right] : [right, left];
        const subset = isSubset(machine, inner, outer);
        return operator.endsWith("=") || subset === false ? subset : undefined;
      }
      if (left.kind !== "const" || right.kind !== "const" || typeof left.value !== "number" || typeof right.value !== "number") return undefined;
      return operator === "<" ? left.value < right.value : operator === ">" ? left.value > right.value : operator === "<=" ? left.value <= right.value : left.value >= right.value;
    default:
      return undefined;
  }
}

function sameness(machine: Machine, left: Value, right: Value): boolean | undefined {
  const a = plain(left);
  const b = plain(right);
  if (a.kind === "const" && b.kind === "const") return a.value === b.value;
  if (a.kind === "union" || b.kind === "union") {
    const options = a.kind === "union" ? a.options : [a];
    const others = b.kind === "union" ? b.options : [b];
    const answers = new Set(options.flatMap((one) => others.map((other) => sameness(machine, one, other))));
    const [only] = answers;
    return answers.size === 1 ? only : undefined;
  }
  const opaque = (value: Value): boolean => value.kind === "symbolic" || value.kind === "external" || value.kind === "template";
  if (opaque(a) || opaque(b)) {
    if (a.kind === "template" && b.kind === "template") return sameTemplates(a.parts, b.parts);
    if (a.kind === "template" && b.kind === "const") return typeof b.value !== "string" || !couldEqual(a, b.value) ? false : undefined;
    if (b.kind === "template" && a.kind === "const") return typeof a.value !== "string" || !couldEqual(b, a.value) ? false : undefined;
    return undefined;
  }
  if (a.kind !== b.kind) return false;
  if (a.kind === "tuple" || a.kind === "list" || a.kind === "dict" || a.kind === "set") return undefined;
  if (a.kind === "instance" && b.kind === "instance" && a !== b) return a.class === b.class && !isItself(a) ? undefined : false;
  return a === b;
}

/** An enumeration's member stands for its value where both are texts or numbers. */
function plain(value: Value): Value {
  if (value.kind !== "instance" || !value.class.mro.some((cls) => cls.name === "enum.Enum")) return value;
  return value.attributes.get("value") ?? value;
}

/** Two texts with the same holes at both ends of what differs: equal where the rest is. */
function sameTemplates(a: readonly Value[], b: readonly Value[]): boolean | undefined {
  let from = 0;
  while (from < a.length && from < b.length && samePart(a[from], b[from])) from++;
  let until = 0;
  while (until < a.length - from && until < b.length - from && samePart(a[a.length - 1 - until], b[b.length - 1 - until])) until++;
  const [left, right] = [a, b].map((parts) => parts.slice(from, parts.length - until));
  if (!left || !right || ![...left, ...right].every((part) => part.kind === "const")) return undefined;
  const text = (parts: readonly Value[]): string => parts.map((part) => (part.kind === "const" ? String(part.value) : "")).join("");
  return text(left) === text(right);
}

/** The very same hole: two of one origin (`uuid4()`) may hold different texts. */
function samePart(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && (a === b || (a.kind === "const" && b?.kind === "const" && a.value === b.value));
}

/** Whether a string with holes may equal a text: its known beginning and end must fit. */
export function couldEqual(template: { readonly parts: readonly Value[] }, text: string): boolean {
  const first = template.parts[0];
  const last = template.parts.at(-1);
  if (first?.kind === "const" && typeof first.value === "string" && !text.startsWith(first.value)) return false;
  if (last?.kind === "const" && typeof last.value === "string" && !text.endsWith(last.value)) return false;
  return true;
}

/** What the class of a container answers itself: `__contains__` of the repository, or of a model. */
function contains(machine: Machine, left: Value, right: Value, place: Place): Value | undefined {
  if (right.kind === "instance") return callMethod(machine, right, "__contains__", argumentsOf(left), place);
  const found = right.kind === "symbolic" && right.type ? findInMro(right.type, "__contains__") : undefined;
  return found?.value.kind === "native" ? found.value.call(nativeCall(machine, right, argumentsOf(left), place)) : undefined;
}

function membership(machine: Machine, left: Value, right: Value): boolean | undefined {
  if (right.kind === "union") {
    const [first, ...others] = right.options.map((option) => membership(machine, left, option));
    return others.every((one) => one === first) ? first : undefined;
  }
  if (right.kind === "list" || right.kind === "tuple" || right.kind === "set") {
    let undecided = right.open !== undefined;
    for (const item of right.items) {
      const same = sameness(machine, left, item.value);
      if (same === true && !item.when) return true;
      if (same !== false) undecided = true;
    }
    return undecided ? undefined : false;
  }
  if (right.kind === "dict") {
    const key = keyOf(left);
    if (key !== undefined && right.entries.has(key)) return true;
    return key !== undefined && right.open === undefined ? false : undefined;
  }
  if (left.kind === "const" && typeof left.value === "string" && right.kind === "const" && typeof right.value === "string") return right.value.includes(left.value);
  if (left.kind === "const" && typeof left.value === "string" && right.kind === "template") {
    return right.parts.some((part) => part.kind === "const" && typeof part.value === "string" && part.value.includes(left.value as string)) ? true : undefined;
  }
  return undefined;
}

const identities = new WeakMap<Instance, number>();
let lastIdentity = 0;

/** Tells objects apart within one process; nothing that is shown or sorted depends on it. */
function identityOf(instance: Instance): number {
  const known = identities.get(instance) ?? ++lastIdentity;
  identities.set(instance, known);
  return known;
}

/** Whether an object equals itself alone: nothing in its class says otherwise, as far as it is known. */
function isItself(instance: Instance): boolean {
  return instance.class.mro.every((cls) => (!cls.opaque || cls.name === "builtins.object") && cls.fields.size === 0 && !cls.attributes.has("__eq__"));
}

/** A text that is equal for equal dict keys; undefined for keys that are not known. */
export function keyOf(value: Value): string | undefined {
  const key = plain(value);
  if (key.kind === "const") return typeof key.value === "string" ? `s:${key.value}` : `${typeof key.value}:${String(key.value)}`;
  if (key.kind === "external") return `x:${key.name}`;
  if (key.kind === "class") return `c:${key.name}`;
  if (key.kind === "instance" && isItself(key)) return `i:${identityOf(key)}`;
  if (key.kind === "function") return `d:${key.place.module.path}:${key.place.s}`;
  if (key.kind === "set" && key.open === undefined) {
    const keys = key.items.map((item) => keyOf(item.value));
    return keys.every((one) => one !== undefined) ? `f:${keys.sort().join(",")}` : undefined;
  }
  if (key.kind === "tuple") {
    const keys = key.items.map((item) => keyOf(item.value));
    return keys.every((one) => one !== undefined) ? `t:${keys.join(",")}` : undefined;
  }
  return undefined;
}

const schemeNames = /^(bearer|basic|digest|token|apikey) ?$/i;

/** Whether one value is what a credential led to, and the other a text that the caller sent: nothing was found, and nothing is no text. */
function findsNothing(machine: Machine, found: Value, sent: Value): boolean {
  const lean = leanOf(machine, found);
  const term = termOf(sent);
  // A header that is not there is nothing too.
  const isText = term.kind === "item" || (term.kind === "call" && term.callee.kind === "attribute" && term.callee.name !== "get");
  return lean !== undefined && !lean.truth && !isChosenByCaller(termOf(found)) && isText && isChosenByCaller(term);
}

/** Whether a value is None for a caller without a valid credential, and how surely; undefined where it may be something else: an empty dict is there. */
function absenceOf(machine: Machine, value: Value): boolean | undefined {
  if (value.kind === "const") return value.value === null ? true : undefined;
  if (value.kind === "union") {
    const answers = value.options.map((option) => absenceOf(machine, option));
    return answers.includes(undefined) ? undefined : answers.every((strong) => strong === true);
  }
  const lean = value.kind === "symbolic" ? leanOf(machine, value) : undefined;
  return lean && !lean.truth ? lean.strong : undefined;
}

function comparisonLean(machine: Machine, operator: string, left: Value, right: Value): Lean | undefined {
  const negative = operator === "!=" || operator === "is not" || operator === "not in";
  const credential = (value: Value): boolean => (labelsOf(value) & label.credential) !== 0;
  const answer = (strong: boolean): Lean => ({ truth: negative, strong });
  if (operator === "is" || operator === "is not" || operator === "==" || operator === "!=") {
    const [subject, other] = left.kind === "const" ? [right, left] : [left, right];
    if (other.kind === "const" && other.value === null) {
      const strong = absenceOf(machine, subject);
      return strong === undefined ? undefined : { truth: !negative, strong };
    }
    if (other.kind === "const" && typeof other.value === "boolean") {
      const lean = leanOf(machine, subject);
      return lean && { truth: (lean.truth === other.value) !== negative, strong: lean.strong };
    }
    if (credential(left) && credential(right)) return findsNothing(machine, left, right) || findsNothing(machine, right, left) ? answer(false) : undefined;
    if (!credential(left) && !credential(right)) return undefined;
    const secret = credential(left) ? right : left;
    // What is empty for a stranger equals no piece of the path: that is never empty.
    const known = leanOf(machine, secret === right ? left : right);
    if (known && !known.truth && known.strong && isPathParameter(termOf(secret))) return answer(true);
    // Two things that the caller chose are equal when the caller likes.
    if (isChosenByCaller(termOf(secret))) return undefined;
    const written = plain(secret);
    // Where nothing is set, nothing need be sent.
    if (written.kind === "const" && written.value === "" && isChosenByCaller(termOf(secret === right ? left : right))) return undefined;
    if (written.kind !== "const" || written.soft) return answer(true);
    // What is empty or was not found equals nothing that is there.
    const found = written.value ? leanOf(machine, secret === right ? left : right) : undefined;
    if (found && !found.truth) return answer(found.strong);
    // A text of the code is a secret only where something that carries one is compared with it, whole.
    // A caller without a credential names no scheme either.
    if (typeof written.value === "string" && schemeNames.test(written.value)) return answer(false);
    return isSecretOfCaller(termOf(secret === right ? left : right)) ? answer(false) : undefined;
  }
  if (operator === "in" || operator === "not in") {
    const missing = left.kind === "symbolic" ? leanOf(machine, left) : undefined;
    const members = right.kind === "list" || right.kind === "tuple" || right.kind === "set" ? right : undefined;
    if (missing && !missing.truth && members?.open === undefined && members?.items.every((item) => item.value.kind === "const" && Boolean(item.value.value))) return answer(missing.strong);
    if (credential(left) && !credential(right)) {
      const listed = (right.kind === "list" || right.kind === "tuple" || right.kind === "set" || right.kind === "dict") && right.open === undefined;
      const filled = right.kind === "dict" ? right.entries.size > 0 : listed && right.items.length > 0;
      // Of a text, a piece is enough, and nothing is a piece of every text.
      if (right.kind === "const" && isChosenByCaller(termOf(left))) return undefined;
      if ((listed && filled) || right.kind === "const") return isSecretOfCaller(termOf(left)) ? answer(false) : undefined;
      return answer(true);
    }
    if (credential(right) && !credential(left)) return answer(false);
  }
  return undefined;
}

setDisjunction((a: readonly BranchCondition[], b: readonly BranchCondition[]): Value => {
  const all = (conditions: readonly BranchCondition[]): Value => {
    const terms = conditions.map((condition) => (condition.holds ? condition.value : operation("not", [condition.value], condition.place)));
    const [only] = terms;
    return terms.length === 1 && only ? only : operation("and", terms, conditions[0]?.place);
  };
  return operation("or", [all(a), all(b)], a[0]?.place);
});
