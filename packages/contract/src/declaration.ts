import type { Span } from "./span.ts";
import type { HandlerTrace, Term } from "./trace.ts";

/**
 * What code sets up once, and what then holds or happens without any handler calling it: a receiver of a signal, a listener of an ORM, a model that an
 * audit library watches, the configuration of logging.
 */
export interface Declaration {
  /** What it is made with, by its fully qualified name: `django.db.models.signals.post_delete`, `logging.config.dictConfig`. */
  readonly of: string;
  readonly span: Span;
  /** Classes that it is about, by their fully qualified names; absent where it is about every class, or about none. */
  readonly subjects?: readonly string[];
  /** What it was given, by the name or the position of the argument. */
  readonly given: readonly { readonly name: string; readonly value: Term }[];
  /** True where it depends on a condition that evaluation could not decide. */
  readonly conditional: boolean;
  /** The function that runs each time, followed. */
  readonly runs?: { readonly symbol: string; readonly trace: HandlerTrace };
}
