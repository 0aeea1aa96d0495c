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
  switch (term.kind) {
    case "const":
      return term.value === null ? "None" : term.value === true ? "True" : term.value === false ? "False" : JSON.stringify(term.value);
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
      return `${next(term.of)}[${next(term.key)}]`;
    case "call":
      return `${next(term.callee)}(${[...shown(term.args).map(next), ...shown(term.keywords).map((keyword) => `${keyword.name}=${next(keyword.value)}`)].join(", ")})`;
    case "operation":
      return term.operands.length === 1 ? `${term.operator} ${term.operands.map(next).join("")}` : shown(term.operands).map(next).join(` ${term.operator} `);
    case "collection":
      return `[${shown(term.items).map(next).join(", ")}]`;
    case "dict":
      return `{${shown(term.entries).map((entry) => `${next(entry.key)}: ${next(entry.value)}`).join(", ")}}`;
    case "template":
      return `f"${shown(term.parts).map((part) => (part.kind === "const" ? String(part.value) : `{${next(part)}}`)).join("")}"`;
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

/** An object by its class, where it was made of one: `session` of `Session(engine)`. */
function receiverText(of: Term): string | undefined {
  if (of.kind === "instance") return lowerFirst(lastSegment(of.class));
  if (of.kind !== "call" || of.callee.kind !== "symbol") return undefined;
  const name = lastSegment(of.callee.name);
  return /^[A-Z]/.test(name) ? lowerFirst(name) : undefined;
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
