import type { Declaration, JudgeInput, Span, Term } from "@muster/contract";
import { calledName, namesOf, receiverOf } from "../term.ts";
import { gradeHandler, type Given } from "./grade-handler.ts";
import type { Sink } from "./sink.ts";

/** Handlers that are attached to loggers, by the logger's name; `` is the root. */
export interface LogConfiguration {
  readonly handlers: ReadonlyMap<string, readonly Sink[]>;
  /** Loggers that hand nothing on to those above them. */
  readonly closed: ReadonlySet<string>;
  /** Something configures logging and could not be read. */
  readonly unread: Span | undefined;
  /** What loguru and structlog write to. */
  readonly loguru: readonly Sink[];
}

export function readLogConfiguration(input: Pick<JudgeInput, "declarations" | "calls">): LogConfiguration {
  const handlers = new Map<string, Sink[]>();
  const closed = new Set<string>();
  const loguru: Sink[] = [];
  let unread: Span | undefined;
  const attach = (logger: string, sink: Sink | undefined): void => {
    if (sink) handlers.set(logger, [...(handlers.get(logger) ?? []), sink]);
  };
  for (const declaration of input.declarations ?? []) {
    const { of, span } = declaration;
    const [first] = declaration.given.map(({ value }) => value);
    if (of === "logging.config.dictConfig" || of === "django.conf.settings.LOGGING") {
      if (first?.kind === "dict") readDict(first, span, attach, closed);
      else unread ??= span;
    } else if (of === "logging.config.fileConfig") unread ??= span;
    else if (of === "logging.basicConfig") readBasic(declaration, attach);
    else if (of === "loguru.logger.add" && first) loguru.push(ofLoguru(first, span));
  }
  for (const { callee, receiver, args, span } of input.calls ?? []) {
    if (!callee.endsWith(".addHandler") || !args[0]) continue;
    attach(nameOfLogger(receiver) ?? "", ofTerm(args[0], span));
  }
  return { handlers, closed, unread, loguru };
}

/** The sinks of a logger: its own handlers, then those of the loggers above it. */
export function sinksOf(configuration: LogConfiguration, logger: string): readonly Sink[] {
  const out: Sink[] = [];
  for (let at: string | undefined = logger; at !== undefined; at = above(at)) {
    out.push(...(configuration.handlers.get(at) ?? []));
    if (configuration.closed.has(at)) break;
  }
  return out;
}

function above(logger: string): string | undefined {
  if (logger === "") return undefined;
  const dot = logger.lastIndexOf(".");
  return dot < 0 ? "" : logger.slice(0, dot);
}

/** `logging.getLogger("audit")`; the root where no name is given. */
export function nameOfLogger(term: Term | undefined): string | undefined {
  let at = term;
  while (at?.kind === "call" || at?.kind === "attribute") {
    if (at.kind === "call" && /logger$/i.test(calledName(at))) {
      const [name] = at.args;
      return name === undefined ? "" : name.kind === "const" && typeof name.value === "string" ? (name.value === "root" ? "" : name.value) : undefined;
    }
    at = at.kind === "call" ? receiverOf(at) : at.of;
  }
  return undefined;
}

type Attach = (logger: string, sink: Sink | undefined) => void;

/** The schema of `logging.config.dictConfig`: handlers by name, loggers with the handlers that they have. */
function readDict(config: Term & { kind: "dict" }, span: Span, attach: Attach, closed: Set<string>): void {
  const defined = new Map(entriesOf(field(config, "handlers")).map(([name, value]) => [name, ofDict(value, span)]));
  const loggers = [...entriesOf(field(config, "loggers")), ["", field(config, "root")] as const];
  for (const [name, logger] of loggers) {
    if (logger === undefined) continue;
    const own = field(logger, "handlers");
    for (const item of own?.kind === "collection" ? own.items : []) if (item.kind === "const") attach(name, defined.get(String(item.value)));
    const propagate = field(logger, "propagate");
    if (propagate?.kind === "const" && propagate.value === false) closed.add(name);
  }
}

function ofDict(handler: Term, span: Span): Sink | undefined {
  const given: Given = new Map(entriesOf(handler));
  const cls = given.get("class") ?? given.get("()");
  const name = cls?.kind === "const" ? String(cls.value) : cls?.kind === "symbol" ? cls.name : undefined;
  return gradeHandler(name ?? "a handler", given, span);
}

function readBasic({ given, span }: Declaration, attach: Attach): void {
  const byName: Given = new Map(given.map(({ name, value }) => [name, value]));
  const handlers = byName.get("handlers");
  if (handlers?.kind === "collection") for (const item of handlers.items) attach("", ofTerm(item, span));
  else if (byName.has("filename")) attach("", gradeHandler("logging.FileHandler", byName, span));
  else attach("", gradeHandler("logging.StreamHandler", byName, span));
}

/** A handler as it was made. */
function ofTerm(term: Term, span: Span): Sink | undefined {
  if (term.kind === "instance") return gradeHandler(term.class, new Map(term.attributes.map(({ name, value }) => [name, value])), span);
  if (term.kind !== "call") return { grade: "outside", what: "a handler that is not known", span };
  const given = new Map<string, Term>([...term.args.map((value, index): [string, Term] => [String(index), value]), ...term.keywords.map(({ name, value }): [string, Term] => [name, value])]);
  return gradeHandler(namesOf(term.callee).join("."), given, span);
}

/** `logger.add("audit.log")`, `logger.add(sys.stdout)`, `logger.add(send)`. */
function ofLoguru(sink: Term, span: Span): Sink {
  if (sink.kind === "const" || sink.kind === "template") return { grade: "rewritable", what: "a file on the host", span };
  if (namesOf(sink).some((name) => name === "stdout" || name === "stderr")) return { grade: "outside", what: "the standard output", span };
  return (sink.kind === "call" || sink.kind === "instance" ? ofTerm(sink, span) : undefined) ?? { grade: "outside", what: "a sink that is not followed", span };
}

function field(dict: Term, name: string): Term | undefined {
  return entriesOf(dict).find(([key]) => key === name)?.[1];
}

function entriesOf(dict: Term | undefined): readonly (readonly [string, Term])[] {
  return dict?.kind === "dict" ? dict.entries.flatMap(({ key, value }) => (key.kind === "const" ? [[String(key.value), value] as const] : [])) : [];
}
