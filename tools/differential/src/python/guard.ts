import type { ApplicationConfig } from "../generator.ts";
import type { Random } from "../random.ts";
import type { PythonModule } from "./project.ts";

/** How what a caller sends is looked at; the last ones let strangers in. */
const verifications = ["lookup", "equals", "among", "digest", "try", "loop", "prefix", "guest", "default", "any", "prefix only", "true"] as const;
/** What is made of what was found; from "suppressed" on strangers get in, some of them for some methods or where the refusal is raised. */
const decisions = ["unless", "none", "early", "else", "switched on", "two", "managed", "tried", "while", "suppressed", "swallowed", "logged", "by method", "inverted", "switched off"] as const;
const credentials = ["authorization", "x-key", "cookie"] as const;

/** A check of the caller. */
export type Check = { readonly id: number; readonly credential: (typeof credentials)[number]; readonly verification: (typeof verifications)[number]; readonly decision: (typeof decisions)[number]; readonly status: 401 | 403 };

/** Mostly one that holds. */
export function randomCheck(random: Random, id: number): Check {
  return { id, credential: random.mostly(credentials), verification: random.mostly(verifications), decision: random.mostly(decisions), status: random.chance(0.7) ? 401 : 403 };
}

export const simplestCheck = { credential: "authorization", verification: "lookup", decision: "unless", status: 401 } as const;

/** What the oracle calls with: a stranger is nobody, and what nobody issued stands wherever a credential could. */
export const measured: Omit<ApplicationConfig, "application"> = {
  measured: true,
  callers: [
    { headers: { authorization: "Bearer secret", "x-key": "secret" }, cookies: { session: "secret" } },
    { headers: { authorization: "secret", "x-key": "secret" }, cookies: { session: "secret" } },
  ],
  credentialNames: { headers: ["x-key"], cookies: ["session"] },
};

/** Adds `find_<id>(value)`: who sends this, or nothing. */
export function addFinding(module: PythonModule, { id, verification }: Check): void {
  module.head('USERS = {"secret": {"name": "root"}, "Bearer secret": {"name": "root"}}');
  const body = {
    lookup: "return USERS.get(value)",
    equals: `return {"name": "root"} if value == "Bearer secret" or value == "secret" else None`,
    among: "return value if value in USERS else None",
    digest: `return value is not None and (hmac.compare_digest(value, "secret") or hmac.compare_digest(value, "Bearer secret"))`,
    try: "try:\n    return USERS[value]\nexcept KeyError:\n    return None",
    loop: "for token, user in USERS.items():\n    if token == value:\n        return user\nreturn None",
    prefix: `if not value:\n    return None\nreturn USERS.get(value.removeprefix("Bearer "))`,
    guest: `return USERS.get(value) or {"name": "guest"}`,
    default: `return USERS.get(value, {"name": "guest"})`,
    any: "return value",
    "prefix only": `return value is not None and ("r" in value or value != "")`,
    true: "return True",
  }[verification];
  if (verification === "digest") module.head("import hmac");
  module.add(`def find_${id}(value):\n${indent(body, 1)}`);
}

/** How a framework says the parts of a check. */
export interface CheckParts {
  /** What the caller sends, as an expression. */
  readonly read: string;
  /** Turns the caller away: one statement. */
  readonly refuse: string;
  /** Goes on: one statement, the last of its block. */
  readonly pass: string;
  /** The method of the request, as an expression. */
  readonly method: string;
}

/** The statements of a check: they end in `refuse` or `pass`. An exception that is swallowed refuses nobody; what is returned is not swallowed. */
export function checkLines(check: Check, parts: CheckParts): string {
  const { id } = check;
  const { read, refuse, pass, method } = parts;
  const decision = check.decision === "swallowed" && refuse.startsWith("return") ? "unless" : check.decision;
  const found = `user = find_${id}(${read})`;
  switch (decision) {
    case "unless":
      return `${found}\nif not user:\n    ${refuse}\n${pass}`;
    case "none":
      return `${found}\nif user is None or user is False:\n    ${refuse}\n${pass}`;
    case "early":
      return `if find_${id}(${read}):\n    ${pass}\n${refuse}`;
    case "else":
      return `${found}\nif user:\n    ${pass}\nelse:\n    ${refuse}`;
    case "switched on":
      return `enabled = True\n${found}\nif enabled and not user:\n    ${refuse}\n${pass}`;
    case "two":
      return `${found}\nother = find_${id}(${read})\nif not (user and other):\n    ${refuse}\n${pass}`;
    case "managed":
      return `import contextlib\n${found}\nwith contextlib.nullcontext():\n    if not user:\n        ${refuse}\n${pass}`;
    case "tried":
      return `try:\n    ${found}\n    if not user:\n        ${refuse}\nexcept LookupError:\n    pass\n${pass}`;
    case "while":
      return `${found}\nwhile not user:\n    ${refuse}\n    break\n${pass}`;
    case "suppressed":
      return `import contextlib\nwith contextlib.suppress(Exception):\n    ${found}\n    if not user:\n        ${refuse}\n${pass}`;
    case "swallowed":
      return `try:\n    ${found}\n    if not user:\n        ${refuse}\nexcept Exception:\n    pass\n${pass}`;
    case "logged":
      return `${found}\nif not user:\n    note = "a stranger"\n${pass}`;
    case "by method":
      return `${found}\nif ${method} != "GET" and not user:\n    ${refuse}\n${pass}`;
    case "inverted":
      return `${found}\nif user == "somebody else":\n    ${refuse}\n${pass}`;
    case "switched off":
      return `enabled = False\n${found}\nif enabled and not user:\n    ${refuse}\n${pass}`;
    default:
      return decision satisfies never;
  }
}

export function indent(text: string, depth: number): string {
  return text.replaceAll(/^/gm, "    ".repeat(depth));
}
