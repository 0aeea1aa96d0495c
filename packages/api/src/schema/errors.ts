import { GraphQLError } from "graphql";
import type { Builder } from "./builder.ts";

/** What was asked for is not well formed; a defect of the caller's, told as it is. */
export class InputError extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: "BAD_INPUT" } });
  }
}

/** There is nothing of that name or id that the token may see. */
export class NotFoundError extends Error {
  override readonly name = "NotFoundError";
}

/** A name or place that something else has. */
export class TakenError extends Error {
  override readonly name = "TakenError";
}

/** What was asked for is understood, and is not done. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}

/** The errors that callers are to expect: members of the unions that mutations answer. */
export function addErrors(builder: Builder): void {
  const failure = builder.interfaceRef<Error>("Failure").implement({ description: "Why something was not done.", fields: (t) => ({ message: t.exposeString("message") }) });
  builder.objectType(NotFoundError, { name: "NotFound", interfaces: [failure] });
  builder.objectType(TakenError, { name: "Taken", interfaces: [failure] });
  builder.objectType(RefusedError, { name: "Refused", interfaces: [failure] });
}
