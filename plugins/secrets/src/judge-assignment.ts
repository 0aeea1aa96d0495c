import { entropy } from "@muster/patterns";
import type { Suppression } from "./candidate.ts";
import { isPlaceholder } from "./placeholder.ts";

/** Names that hold such a word and no secret: where it is kept, how long it lives, what it is called. */
const harmlessName =
  /(?:_|-|\.)(?:id|ids|url|uri|urls|name|names|field|fields|path|file|filename|dir|folder|type|types|header|headers|length|len|size|min|max|count|expir\w*|expires?_?\w*|ttl|timeout|age|at|date|time|lifetime|pattern|regex|re|endpoint|param|params|prefix|suffix|label|class|form|input|text|title|message|msg|error|help|hint|desc|description|placeholder|format|version|status|state|scope|scopes|algorithm|alg|method|mode|policy|strength|validator|validators|reset|location|ref|arn|column|table|kind|usage|limit|bucket|store|storage|provider|manager|service|client|model|schema|response|request|key_name|env|var|variable|alias|issuer|audience|lookup|query|cmd|command|prompt|template|digest|checksum|hash|fingerprint|set|list|enabled|required|visible|allowed|changed|updated|created|revoked|source|target|domain|host|backend|serializer|view|page|flag|separator|delimiter|chars|charset|characters|alphabet|credential_?scope)$/i;

const harmlessWhole = /(?:^|[._-])(?:csrf|xsrf|page|next|continuation|cursor|sync|public|pub|idempotency|cancel\w*|stop|bos|eos|pad|unk|sep|cls|mask|special|lex\w*|syntax|parse\w*|design|theme|colou?r|partition|primary|foreign|sort)[._-]?(?:token|key|secret)s?$/i;
/** What a name's first words say of the value: it is a digest already, or nobody's. */
const hashedName = /(?:^|[._-])(?:hash(?:ed)?|digest|encrypted|enc|sealed)[._-]?(?:pass|pwd|secret|token|key|api|credential)|(?:^|[a-z])Hash(?:ed)?(?:Pass|Secret|Token)/i;
const inventedName = /(?:^|[._-])(?:fake|dummy|mock(?:ed)?|example|sample|placeholder|invalid|wrong|bogus|bad|expected|stub)[._-]/i;

const otherWord = /tokeni[sz]|secretar|passwordless|passthrough|tokens?_?(?:per|used|count|usage|left|limit)|max_?(?:new_?)?tokens|num_?tokens|password_?(?:reset|change|strength|forgot|hash|valid)|forgot_?password|reset_?password|access_keys?_?id|accesskeyid|key_?id$|pwd_?context|publicKeyToken/i;

/**
 * Whether a text assigned to a name that says "secret" is one. Judged in order: the name, what the text refers to, what
 * it is made of, and how random it is. `undefined` says that it is reported.
 */
export function judgeAssignment(name: string, value: string, form: "quoted" | "bare"): Suppression | undefined {
  if (harmlessName.test(name) || harmlessWhole.test(name) || otherWord.test(name)) return "words";
  if (hashedName.test(name)) return "hashed";
  if (inventedName.test(name)) return "placeholder";
  if (repeatsName(name, value)) return "placeholder";
  const isPassword = /pass|pwd/i.test(name);
  if (value.length < (isPassword ? 6 : 8)) return "entropy";
  return judgeReference(value, form) ?? judgeText(value, isPassword);
}

/** `part1ofsecret:part2ofsecret`: a name where a value would be, perhaps with another number. */
function repeatsName(name: string, value: string): boolean {
  const unnumbered = (text: string): string => text.toLowerCase().replaceAll(/\d+/g, "#");
  return unnumbered(name) === unnumbered(value);
}

/** What points to a secret kept elsewhere, or is public by its nature. */
function judgeReference(value: string, form: "quoted" | "bare"): Suppression | undefined {
  const rest = value.replaceAll(/\$\{[A-Za-z_]\w*(?::?[-?+=][^}]*)?\}|\$?\{+[\w.: |()'"?-]*\}+|\$S?\d|\$\([\w. -]*\)|%\([\w.]+\)[sd]|%[sdr]|<%.*?%>|<[\w -]+>|\$[A-Z_][A-Z0-9_]*/g, "");
  if (rest.length < value.length && (rest.length < 10 || entropy(rest) < 3 || isWordy(rest))) return "template";
  if (/^--[a-z]/.test(value)) return "words";
  if (/^(?:\$|!vault|!ref|!sub|enc\[|encrypted:|vault:|secret:\/\/|op:\/\/|ref\+|aws:|arn:|ssm:|projects\/|keyvault|_?env:|env\.|file:|data:|urn:|[\w-]{0,12}sha\d{1,3}[-:]|#\/|x-amz-|@)/i.test(value)) return "reference";
  if (/^\$(?:2[aby]|argon2|5|6|apr1|pbkdf2|scrypt|1)\$|^(?:pbkdf2|scrypt|bcrypt|argon2)[:_$]|^(?:md5|sha\d{1,3})\$[\w.]*\$|^\{(?:SHA|SSHA|CRYPT)/i.test(value)) return "hashed";
  if (/^[a-z][a-z0-9+.-]*:\/\/|^(?:\.{0,2}|~)\/[\w./@:#-]*$|^[\w-]+(?:\/[\w.-]+)+\.\w{1,5}$|\.(?:json|ya?ml|pem|key|txt|py|js|ts|html?|cfg|env|crt|md|toml|sh|xml)$/i.test(value)) return "reference";
  if (/^[\w.+-]+@[\w-]+\.[\w.]+$/.test(value)) return "reference";
  // The scope of a signature names the key, the day, the region and the service (AWS Signature Version 4).
  if (/^\w+\/\d{8}\/[\w-]+\/\w+\/aws4_request$/.test(value)) return "reference";
  // Accounts and assets of a chain are public (CAIP-19, EIP-55).
  if (/^[a-z0-9-]{3,16}:[\w-]{1,32}\/[a-z0-9-]{3,16}:|^0x[0-9a-fA-F]{40}$/.test(value)) return "reference";
  // Code: a call, an index, an attribute, an operator.
  if (form === "bare" && (/^[\w.>:-]*\w[([]|^[\w-]+(?:(?:\.|->|::)\w+)+[,;)]*$|^[&*!(<[{]|=>|\|\||&&|[)\]};,]$|^\w+\(|\)$/.test(value) || /^[A-Za-z_]\w*\??!?[:,;)\]]*$/.test(value) && !/\d/.test(value))) return "reference";
  if (form === "quoted" && /^[\w.]+\(.*\)$/.test(value)) return "reference";
  return undefined;
}

/** Values that vendors print in their own pages: the password of Kubernetes' page on secrets, the seed of Google's on the form of `otpauth` URLs. */
const published: ReadonlySet<string> = new Set(["MWYyZDFlMmU2N2Rm", "1f2d1e2e67df", "JBSWY3DPEHPK3PXP"]);

/** Algorithms of RFC 7518, §3.1, §4.1 and §5.1. */
const joseAlgorithm = /^(?:[HREP]S(?:256|384|512)|A(?:128|192|256)(?:CBC-HS(?:256|384|512)|GCM|KW|GCMKW)|RSA-OAEP(?:-\d{3})?|RSA1_5|ECDH-ES(?:\+A\d{3}KW)?|PBES2-HS\d{3}\+A\d{3}KW)$/;

function judgeText(value: string, isPassword: boolean): Suppression | undefined {
  if (isPlaceholder(value) || published.has(value)) return "placeholder";
  if (/\s/.test(value)) return "words";
  if (joseAlgorithm.test(value)) return "words";
  // Of a page: an element's id or class, a route's controller and action.
  if (/^[#.][A-Za-z]+(?:[-_][A-Za-z]+)*$|^[a-z_]+(?:\/[a-z_]+)*#[a-z_]+$/.test(value)) return "words";
  if (/\\[dwsbnt]|\[\^|\[(?:[a-z]-z|[A-Z]-Z|0-9)[^\]]*\][{+*]|\(\?|\.\*|\]\+|^\^|\$$/.test(value)) return "words";
  // JSON, HTML and other structure that a pattern cut out of its middle.
  if (/[<>]{1}.*[<>]|^[{[(].*[\])}]$|^[,:;=.)\]}]|":|':/.test(value) && !/\d/.test(value)) return "words";
  if (/^[\d.,:/+-]+$/.test(value) && !isPassword) return "words";
  if (/^\d{4}-\d\d-\d\d|^\d{4}_[a-z0-9_]+$/.test(value)) return "words";
  if (!/[A-Za-z0-9]/.test(value)) return "words";
  if (isPassword) return judgePassword(value);
  if (isWordy(value)) return "words";
  const hex = /^[0-9a-f-]+$/i.test(value);
  if (hex && value.length < 20) return "entropy";
  if (value.length < 12 && !/[^A-Za-z0-9]/.test(value)) return "entropy";
  return entropy(value) < (hex ? 2.8 : value.length < 20 ? 2.9 : 3.2) ? "entropy" : undefined;
}

function judgePassword(value: string): Suppression | undefined {
  if (value.length < 8 && !(/\d/.test(value) && /[A-Za-z]/.test(value) && /[^A-Za-z0-9]/.test(value))) return "entropy";
  // A password of letters alone is a word unless its cases alternate; digits or signs make it one that somebody chose.
  if (/^[A-Za-z]+(?:[-_./: ][A-Za-z]+)*[.:,…]*$/.test(value) && !alternates(value)) return "words";
  if (/^[a-z]+(?:[._/-][a-z0-9]+)+$/i.test(value) && isWordy(value)) return "words";
  return entropy(value) < 2.5 ? "entropy" : undefined;
}

/** Words, with separators or in camel case, perhaps with a number at the end of each: identifiers, headers, messages. */
function isWordy(value: string): boolean {
  const parts = value.split(/[-_./:, @+]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).filter((part) => part !== "");
  const short = parts.length >= 4 && parts.filter((part) => /^[A-Za-z]{3,}$/.test(part)).length * 2 >= parts.length;
  return parts.every((part) => ((short && part.length <= 3) || /^(?:[A-Z]?[a-z]+|[A-Z]+)\d{0,4}$/.test(part) || /^\d{1,4}$/.test(part)) && !(parts.length === 1 && part.length >= 20 && /\d/.test(part))) && !alternates(value);
}

/** Random letters change case every second or third place; words hardly do. */
function alternates(value: string): boolean {
  const lettered = value.replaceAll(/[^A-Za-z]/g, "");
  const changes = lettered.match(/[a-z][A-Z]|[A-Z]{2}[a-z]/g)?.length ?? 0;
  return lettered.length >= 8 && changes / lettered.length > 0.22;
}
