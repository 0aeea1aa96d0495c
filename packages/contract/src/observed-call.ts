import type { Span, Step } from "./span.ts";
import type { Condition, Term } from "./trace.ts";

/**
 * Calls of libraries that an analysis wants to see wherever the repository makes them, endpoints or not. Only files that
 * hold one of `hints` are looked at beyond what evaluation comes by anyway, so a repository without them costs nothing.
 */
export interface CallQuery {
  /** Texts of which a file that makes such a call has at least one: looked for in the bytes of every source file. */
  readonly hints: readonly string[];
  /** Fully qualified names: `jwt.decode`. Methods by what made their object: `requests.Session().get`, `jose.jwt.decode`. */
  readonly callees: readonly string[];
  /** Names of keyword arguments: every call out of the repository that has one, whatever is called. */
  readonly keywords?: readonly string[];
  /** Names of attributes: every assignment to one on an object that a library made. */
  readonly attributes?: readonly string[];
  /** Names of settings: every assignment to a name, or under a key, that is one: `SIMPLE_JWT = …`, `app.config["JWT_ALGORITHM"] = …`. */
  readonly settings?: readonly string[];
}

/** An argument as the code writes it, for mends. */
export interface WrittenArgument {
  /** Absent for a positional one. */
  readonly name?: string;
  /** Of the value alone. */
  readonly span: Span;
  /** The value, where it is written as a literal. */
  readonly literal?: string | number | boolean | null;
}

/**
 * One call of a library, or one assignment to an attribute of an object that a library made, with what evaluation knows
 * of its arguments. The same place may be there several times: once for each way in which code comes by with others.
 */
export interface ObservedCall {
  readonly kind: "call" | "assignment" | "setting";
  /** `jwt.decode`, `requests.Session().get`; of an assignment the attribute: `ssl.create_default_context().check_hostname`; of a setting its name. */
  readonly callee: string;
  /** What a method is called on, or an attribute set on. */
  readonly receiver?: Term;
  /** Of an assignment or a setting, the one value. */
  readonly args: readonly Term[];
  readonly keywords: readonly { readonly name: string; readonly value: Term }[];
  /** True when `*x` or `**x` of unknown content was among them: more may be given. */
  readonly open: boolean;
  readonly span: Span;
  /** The function around it, or the module. */
  readonly symbol: string;
  /** Conditions in force. */
  readonly under: readonly Condition[];
  /** Calls on the way here. */
  readonly through: readonly Step[];
  /** The functions on the way, outermost first, by qualified name; the last is the one around it. */
  readonly within: readonly string[];
  /** False where evaluation did not come by: the call is there in the code, and nothing is known of its arguments. */
  readonly reached: boolean;
  /** Where all that the function does with the result is to read these keys of it: `claims["exp"]`, `claims.get("iss")`. Absent where it does more, or that is not known. */
  readonly resultKeys?: readonly string[];
  /** As the code writes them; `end` is where a further one can be inserted (behind `, ` where there are any). Of calls alone. */
  readonly written?: { readonly arguments: readonly WrittenArgument[]; readonly end: Span };
}
