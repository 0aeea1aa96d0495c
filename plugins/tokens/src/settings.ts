import type { ObservedCall, Term } from "@muster/contract";
import { entryOf } from "./flag.ts";
import type { Verdict } from "./judge-verification.ts";
import { keyProblem } from "./key.ts";
import type { Problem } from "./problem.ts";

/** Settings of libraries that verify tokens by themselves: the name, the library, and what its values mean. */
interface Setting {
  readonly library: string;
  readonly judge: (value: Term) => Verdict;
}

const byName: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  ["SIMPLE_JWT", { library: "SimpleJWT", judge: simpleJwt }],
  ["JWT_AUTH", { library: "djangorestframework-jwt", judge: restFrameworkJwt }],
  ["JWT_SECRET_KEY", { library: "Flask-JWT-Extended", judge: key }],
  ["JWT_ALGORITHM", { library: "Flask-JWT-Extended", judge: algorithm }],
  ["JWT_DECODE_ALGORITHMS", { library: "Flask-JWT-Extended", judge: algorithm }],
  ["JWT_ACCESS_TOKEN_EXPIRES", { library: "Flask-JWT-Extended", judge: expiry }],
  ["JWT_REFRESH_TOKEN_EXPIRES", { library: "Flask-JWT-Extended", judge: expiry }],
  ["authjwt_secret_key", { library: "fastapi-jwt-auth", judge: key }],
  ["authjwt_algorithm", { library: "fastapi-jwt-auth", judge: algorithm }],
  ["authjwt_access_token_expires", { library: "fastapi-jwt-auth", judge: expiry }],
]);

export const settingNames: readonly string[] = [...byName.keys()];

/** The library that a setting is of, and what is wrong with its value. */
export function judgeSetting(call: ObservedCall): (Verdict & { readonly library: string }) | undefined {
  const setting = byName.get(call.callee);
  const [value] = call.args;
  return setting && value && { library: setting.library, ...setting.judge(value) };
}

function key(value: Term): Verdict {
  const problem = keyProblem(value);
  return { problems: problem ? [problem] : [], undecided: [] };
}

function algorithm(value: Term): Verdict {
  const texts = value.kind === "collection" ? value.items : [value];
  const allowsNone = texts.some((text) => text.kind === "const" && typeof text.value === "string" && text.value.toLowerCase() === "none");
  return { problems: allowsNone ? [{ kind: "unsigned", byDefault: false }] : [], undecided: [] };
}

/** `False` says never. */
function expiry(value: Term): Verdict {
  const isNever = value.kind === "const" && value.value === false;
  return { problems: isNever ? [{ kind: "no-expiry", byDefault: value.byDefault === true }] : [], undecided: [] };
}

function simpleJwt(value: Term): Verdict {
  if (value.kind !== "dict") return { problems: [], undecided: ["what SIMPLE_JWT holds"] };
  const problems: Problem[] = [];
  const signing = keyProblem(entryOf(value, "SIGNING_KEY"));
  if (signing) problems.push(signing);
  const named = entryOf(value, "ALGORITHM");
  if (named) problems.push(...algorithm(named).problems);
  return { problems, undecided: value.open ? ["what else SIMPLE_JWT holds"] : [] };
}

function restFrameworkJwt(value: Term): Verdict {
  if (value.kind !== "dict") return { problems: [], undecided: ["what JWT_AUTH holds"] };
  const problems: Problem[] = [];
  const off = (name: string): Term | undefined => {
    const found = entryOf(value, name);
    return found?.kind === "const" && found.value === false ? found : undefined;
  };
  if (off("JWT_VERIFY")) problems.push({ kind: "unsigned", byDefault: false });
  if (off("JWT_VERIFY_EXPIRATION")) problems.push({ kind: "expiry-off", byDefault: false });
  const secret = keyProblem(entryOf(value, "JWT_SECRET_KEY"));
  if (secret) problems.push(secret);
  const named = entryOf(value, "JWT_ALGORITHM");
  if (named) problems.push(...algorithm(named).problems);
  return { problems, undecided: value.open ? ["what else JWT_AUTH holds"] : [] };
}
