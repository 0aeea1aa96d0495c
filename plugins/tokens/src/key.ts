import type { Term } from "@muster/contract";
import { configured } from "./configured.ts";
import type { Problem } from "./problem.ts";

/** Texts that say that they are public. */
const publicKey = /-----BEGIN (?:RSA |EC )?PUBLIC KEY|-----BEGIN CERTIFICATE|^ssh-/;

/** A key that is a literal of the code: whoever reads the code can make tokens. */
export function keyProblem(term: Term | undefined): Problem | undefined {
  const text = literal(term);
  if (text === undefined || text.value.trim() === "" || publicKey.test(text.value)) return undefined;
  return { kind: "key-in-code", byDefault: text.byDefault, same: text.value };
}

/** Behind `encode()` and the classes that make a key of a text as well. */
function literal(given: Term | undefined): { readonly value: string; readonly byDefault: boolean } | undefined {
  if (given === undefined) return undefined;
  const term = configured(given);
  switch (term.kind) {
    case "const":
      return typeof term.value === "string" ? { value: term.value, byDefault: term.byDefault === true } : undefined;
    case "call": {
      const { callee } = term;
      if (callee.kind === "attribute" && callee.name === "encode") return literal(callee.of);
      if (callee.kind === "symbol" && /^(?:joserfc\.jwk\.OctKey|authlib\.jose\.OctKey)\.import_key$|(?:^|\.)SecretStr$/.test(callee.name)) return literal(term.args[0]);
      return callee.kind === "attribute" && callee.name === "get_secret_value" ? literal(callee.of) : undefined;
    }
    case "either": {
      const options = term.options.map(literal);
      return options.every((option) => option !== undefined) ? options[0] : undefined;
    }
    default:
      return undefined;
  }
}
