import type { Term } from "@muster/contract";

const longest = 90;
const deepest = 8;
/** Terms written, not characters: shared terms could be written out without end. */
const mostParts = 120;

/** A term as Python would write it, shortened for a message. The caller is written `caller`. */
export function termText(term: Term): string {
  const text = write(term, deepest, { left: mostParts });
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function write(term: Term, depth: number, parts: { left: number }): string {
  parts.left -= 1;
  if (depth === 0 || parts.left < 0) return "…";
  const next = (inner: Term): string => write(inner, depth - 1, parts);
  const operand = (inner: Term): string => (inner.kind === "const" ? constantText(inner.value, true) : next(inner));
  switch (term.kind) {
    case "const":
      return constantText(term.value, false);
    case "input":
      return term.name === "*" ? "request" : term.name;
    case "principal":
      return "caller";
    case "symbol":
      return lastSegment(term.name);
    case "instance":
      return `${lastSegment(term.class)}()`;
    case "attribute":
      return `${receiverText(term.of) ?? next(term.of)}.${term.name}`;
    case "item":
      return `${next(term.of)}[${keyText(term.key, next)}]`;
    case "call":
      return `${next(term.callee)}(${[...shown(term.args).map(next), ...shown(term.keywords).map((keyword) => `${keyword.name}=${next(keyword.value)}`)].join(", ")})`;
    case "operation":
      return term.operands.length === 1 ? `${term.operator} ${term.operands.map(operand).join("")}` : shown(term.operands).map(operand).join(` ${term.operator} `);
    case "collection":
      return `[${shown(term.items).map(next).join(", ")}]`;
    case "dict":
      return `{${shown(term.entries).map((entry) => `${keyText(entry.key, next)}: ${next(entry.value)}`).join(", ")}}`;
    case "template":
      return `f"${shown(term.parts).map((part) => (part.kind === "const" ? plainText(String(part.value)) : `{${next(part)}}`)).join("")}"`;
    case "element":
      return next(term.of);
    case "either":
      return shown(term.options).map(next).join(" or ");
    case "unknown":
      return "…";
    default:
      return term satisfies never;
  }
}

/** Texts among arguments can be secrets and are left out; what is compared, or is a key, is shown where it is a plain word. */
function constantText(value: string | number | boolean | null, isShown: boolean): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  return isShown ? `"${plainText(value)}"` : '"…"';
}

function keyText(key: Term, next: (inner: Term) => string): string {
  return key.kind === "const" ? constantText(key.value, true) : next(key);
}

function plainText(text: string): string {
  return /^[\w$:./ -]{0,24}$/.test(text) && !text.includes("//") ? text : "…";
}

/** What a method is called on, by its class, where it was made of one: `session` of `Session(engine)` and of `sessionmaker(…)()`. */
function receiverText(of: Term): string | undefined {
  if (of.kind === "instance") return lowerFirst(lastSegment(of.class));
  if (of.kind !== "call") return undefined;
  const maker = of.callee.kind === "call" ? of.callee.callee : of.callee;
  if (maker.kind !== "symbol") return undefined;
  const name = lastSegment(maker.name);
  if (/session/i.test(name)) return "session";
  return of.callee === maker && /^[A-Z]/.test(name) ? lowerFirst(name) : undefined;
}

/** As many as a message can hold. */
function shown<T>(parts: readonly T[]): readonly T[] {
  return parts.slice(0, 12);
}

/** `Item` of `app.models.Item`. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
