import { subterms, type ObservedCall, type Term } from "@muster/contract";
import { algorithmsOf } from "./algorithms.ts";
import { argument } from "./argument.ts";
import { entryOf, flagOf } from "./flag.ts";
import { keyProblem } from "./key.ts";
import type { Library } from "./libraries.ts";
import type { Problem } from "./problem.ts";

/** What is wrong with one way of verifying, and what is not known of it. */
export interface Verdict {
  readonly problems: readonly Problem[];
  readonly undecided: readonly string[];
}

/** What other calls say of it. */
export interface Elsewhere {
  /** Places of decoding whose claims are checked afterwards. */
  readonly validated: ReadonlySet<string>;
  /** Files that issue tokens without an expiry: there is none to check, and whether that is right is a question of issuing. */
  readonly endless: ReadonlySet<string>;
}

/** Judges one call that verifies a token, by what the library does with its arguments. */
export function judgeVerification(call: ObservedCall, library: Library, { validated, endless }: Elsewhere): Verdict {
  const problems: Problem[] = [];
  const undecided: string[] = [];
  if (!call.reached) return { problems, undecided: ["with which arguments it is called: evaluation did not come by"] };
  const isSignature = judgeSignature(call, library, problems, undecided);
  if (isSignature) {
    judgeAlgorithms(call, library, problems, undecided);
    const key = keyProblem(argument(call, 1, "key"));
    if (key) problems.push(key);
  }
  if (isSignature) judgeClaims(call, library, validated, endless.has(call.span.path), problems, undecided);
  return { problems, undecided };
}

/** Whether it may be looked at: what does not look at the signature needs no more judging. */
function judgeSignature(call: ObservedCall, library: Library, problems: Problem[], undecided: string[]): boolean {
  if (library === "Authlib" || library === "joserfc") return true;
  const third = call.args[2];
  const positional = library === "PyJWT" && third?.kind === "const" && typeof third.value === "boolean" ? third : undefined;
  const options = argument(call, 3, "options");
  const flags = [flagOf(argument(call, 99, "verify") ?? positional, "on"), flagOf(entryOf(options, "verify_signature"), "on")];
  const off = flags.find((flag) => flag.is === "off");
  if (off) {
    problems.push({ kind: "unsigned", byDefault: off.is === "off" && off.byDefault });
    return false;
  }
  if (flags.some((flag) => flag.is === "unknown")) undecided.push("whether the signature is verified");
  else if (flags.some((flag) => flag.is === "on" && flag.byDefault)) undecided.push("whether the environment switches the signature off");
  if (isOpenOptions(options)) undecided.push("what the options hold");
  return true;
}

function isOpenOptions(options: Term | undefined): boolean {
  return options !== undefined && !(options.kind === "dict" && !options.open) && !(options.kind === "const" && options.value === null);
}

function judgeAlgorithms(call: ObservedCall, library: Library, problems: Problem[], undecided: string[]): void {
  const given = givenAlgorithms(call, library);
  const algorithms = algorithmsOf(given);
  switch (algorithms.kind) {
    case "fixed":
      return;
    case "none-allowed":
      problems.push({ kind: "unsigned", byDefault: false });
      return;
    case "from-token":
      problems.push({ kind: "algorithm-from-token", byDefault: false });
      return;
    case "mixed":
      // Keys of joserfc have a type, and serve algorithms of theirs alone.
      if (library !== "joserfc") problems.push({ kind: "mixed-algorithms", byDefault: false });
      return;
    case "absent":
      if (call.open) undecided.push("which algorithms are allowed");
      // joserfc then allows its recommended ones, by the type of the key.
      else if (library !== "joserfc") problems.push({ kind: "no-algorithms", byDefault: false });
      return;
    case "unknown":
      undecided.push("which algorithms are allowed");
      return;
    default:
      algorithms satisfies never;
  }
}

function givenAlgorithms(call: ObservedCall, library: Library): Term | undefined {
  switch (library) {
    case "PyJWT":
    case "python-jose":
      return argument(call, 2, "algorithms") ?? argument(call, 99, "algorithm");
    case "joserfc":
      return argument(call, 2, "algorithms");
    case "Authlib": {
      const made = call.receiver;
      if (made?.kind !== "call") return undefined;
      return made.args[0] ?? made.keywords.find((keyword) => keyword.name === "algorithms")?.value;
    }
    default:
      return library satisfies never;
  }
}

function judgeClaims(call: ObservedCall, library: Library, validated: ReadonlySet<string>, endless: boolean, problems: Problem[], undecided: string[]): void {
  switch (library) {
    case "PyJWT":
    case "python-jose":
      return judgeOptions(call, endless, problems, undecided);
    case "Authlib":
    case "joserfc":
      if (!validated.has(placeText(call))) problems.push({ kind: "never-validated", byDefault: false });
      return;
    default:
      library satisfies never;
  }
}

function judgeOptions(call: ObservedCall, endless: boolean, problems: Problem[], undecided: string[]): void {
  const options = argument(call, 3, "options");
  const expiry = flagOf(entryOf(options, "verify_exp"), "on");
  if (expiry.is === "off" && !endless) problems.push({ kind: "expiry-off", byDefault: expiry.byDefault });
  if (expiry.is === "unknown") undecided.push("whether the expiry is checked");
  const audience = flagOf(entryOf(options, "verify_aud"), "on");
  const issuer = argument(call, 99, "issuer");
  if (audience.is === "off" && argument(call, 99, "audience") === undefined && issuer === undefined && isForeign(argument(call, 1, "key"))) problems.push({ kind: "audience-off", byDefault: audience.byDefault });
}

/** Whether the key is one of somebody who issues tokens for others too: taken from a published set. */
function isForeign(key: Term | undefined): boolean {
  return key !== undefined && [...subterms(key)].some((part) => (part.kind === "symbol" && /jwks?|jwk/i.test(part.name)) || (part.kind === "attribute" && /signing_key|jwks?|rsa_key|public_key/i.test(part.name)));
}

/** Names a place: `app/auth.py:12:5`. */
export function placeText({ span }: Pick<ObservedCall, "span">): string {
  return `${span.path}:${span.line}:${span.column}:${span.endLine}:${span.endColumn}`;
}
