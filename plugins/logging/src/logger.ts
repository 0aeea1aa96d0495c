import type { CallTerm, Term } from "@muster/contract";
import { argumentsOf, calledName, namesOf, receiverOf } from "./term.ts";

/** Levels that a production configuration keeps. `success` is loguru's, `msg` structlog's. Errors tell of what failed, not of what was done. */
const kept = new Set(["info", "warning", "warn", "log", "msg", "notice", "success", "audit"]);
/** Levels that it drops. */
const dropped = new Set(["debug", "trace"]);
const factory = /^get_?\w*logger$|^getChild$/i;
/** Methods that give a logger with more context. */
const binders = new Set(["bind", "new", "opt", "patch", "unbind", "try_unbind"]);
const loggerName = /^_*(?:\w*_)?log(?:ger)?$/i;
const loggerClass = /Logger(?:Adapter)?$/;

/** Whether a call writes a log record, and whether production keeps it. Standard library, structlog, loguru, and objects named as loggers. */
export function logLevel(call: CallTerm): "kept" | "dropped" | undefined {
  const receiver = receiverOf(call);
  if (receiver === undefined || !isLogger(receiver)) return undefined;
  const name = calledName(call);
  if (dropped.has(name)) return "dropped";
  return kept.has(name) ? "kept" : undefined;
}

/** What was bound to the logger before: the arguments of `logger.bind(actor=user.id)`. */
export function boundContext(call: CallTerm): readonly Term[] {
  const bound: Term[] = [];
  let receiver = receiverOf(call);
  while (receiver?.kind === "call") {
    if (binders.has(calledName(receiver))) bound.push(...argumentsOf(receiver));
    receiver = receiverOf(receiver);
  }
  return bound;
}

function isLogger(term: Term): boolean {
  switch (term.kind) {
    case "symbol": {
      const names = namesOf(term);
      return names[0] === "logging" || names[0] === "loguru" || loggerName.test(names.at(-1) ?? "");
    }
    case "instance":
      return loggerClass.test(term.class);
    case "attribute":
      return loggerName.test(term.name);
    case "call": {
      const name = calledName(term);
      if (binders.has(name)) {
        const receiver = receiverOf(term);
        return receiver !== undefined && isLogger(receiver);
      }
      return factory.test(name) || loggerClass.test(name);
    }
    case "either":
      return term.options.some(isLogger);
    default:
      return false;
  }
}
