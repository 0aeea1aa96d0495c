/** Terms, written as close to their Python as TypeScript allows. Import the module whole, as `t`. */
import type { CallTerm, Span, Term } from "@muster/contract";

let line = 0;

/** A place of its own for each call, so that no two calls share one. */
export function somewhere(path = "app/api/items.py"): Span {
  line += 1;
  return { path, line, column: 1, endLine: line, endColumn: 2 };
}

export function value(of: string | number | boolean | null): Term {
  return { kind: "const", value: of };
}

export function symbol(name: string): Term {
  return { kind: "symbol", name };
}

export function path(name = "id"): Term {
  return { kind: "input", source: "path", name };
}

export function query(name: string): Term {
  return { kind: "input", source: "query", name };
}

export function body(name = "body"): Term {
  return { kind: "input", source: "body", name };
}

export function unknown(reason = "not resolved"): Term {
  return { kind: "unknown", reason };
}

/** `of.name.name`. */
export function at(of: Term, ...names: readonly string[]): Term {
  return names.reduce<Term>((inner, name) => ({ kind: "attribute", of: inner, name }), of);
}

/** `of[key]`. */
export function item(of: Term, key: Term): Term {
  return { kind: "item", of, key };
}

export function call(callee: Term, ...args: readonly Term[]): CallTerm {
  return { kind: "call", callee, args, keywords: [], span: somewhere() };
}

/** `of.name(...args)`. */
export function send(of: Term, name: string, ...args: readonly Term[]): CallTerm {
  return call(at(of, name), ...args);
}

/** `of.name(key=value)`. */
export function sendNamed(of: Term, name: string, keywords: Readonly<Record<string, Term>>): CallTerm {
  return { ...call(at(of, name)), keywords: Object.entries(keywords).map(([key, each]) => ({ name: key, value: each })) };
}

export function operation(operator: string, ...operands: readonly Term[]): Term {
  return { kind: "operation", operator, operands };
}

export function eq(left: Term, right: Term): Term {
  return operation("==", left, right);
}

export function ne(left: Term, right: Term): Term {
  return operation("!=", left, right);
}

export function isIn(left: Term, right: Term): Term {
  return operation("in", left, right);
}

export function not(operand: Term): Term {
  return operation("not", operand);
}

export function and(...operands: readonly Term[]): Term {
  return operation("and", ...operands);
}

export function or(...operands: readonly Term[]): Term {
  return operation("or", ...operands);
}

export function list(...items: readonly Term[]): Term {
  return { kind: "collection", type: "list", items };
}

export function tuple(...items: readonly Term[]): Term {
  return { kind: "collection", type: "tuple", items };
}

export function dict(entries: Readonly<Record<string, Term>>): Term {
  return { kind: "dict", entries: Object.entries(entries).map(([key, each]) => ({ key: value(key), value: each })) };
}

export function template(...parts: readonly (Term | string)[]): Term {
  return { kind: "template", parts: parts.map((part) => (typeof part === "string" ? value(part) : part)) };
}

export function element(of: Term): Term {
  return { kind: "element", of };
}

export function either(...options: readonly Term[]): Term {
  return { kind: "either", options };
}

export const request: Term = { kind: "input", source: "request", name: "*" };
export const caller: Term = { kind: "principal", guard: "app.deps.get_current_user" };
export const callerId: Term = at(caller, "id");
export const session: Term = { kind: "instance", class: "sqlmodel.Session", attributes: [] };
export const Item: Term = symbol("app.models.Item");

/** `session.get(model, key)` */
export function got(key: Term = path(), model: Term = Item): CallTerm {
  return send(session, "get", model, key);
}

/** `session.exec(select(model).where(...conditions)).first()` */
export function selected(model: Term, ...conditions: readonly Term[]): CallTerm {
  return send(send(session, "exec", send(call(symbol("sqlmodel.select"), model), "where", ...conditions)), "first");
}
