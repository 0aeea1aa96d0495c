import { entropy } from "@muster/patterns";

/** Words that stand where a secret would: nobody's token holds them by chance, and people write them for "put yours here". */
const words =
  /example|place[-_ ]?holder|change[-_ ]?(?:me|this|it)|dummy|redacted|your[-_ ]|[-_]your|yoursecret|yourpass|yourkey|yourtoken|insert[-_ ]|replace[-_ ]?(?:me|this|with)|not[-_ ]?a[-_ ]?real|fake|foobar|lorem|todo|fixme|xxxx|\*\*\*\*|\.\.\.|<[a-z_ -]+>|sample|mock|secret[-_ ]?here|key[-_ ]?here|token[-_ ]?here|password[-_ ]?here/i;

/** In a token with a prefix of its own fewer words can be meant. */
const tokenWords = /example(?![a-z0-9]{6})|placeholder|change[-_]?me|redacted|your[-_]|[-_]your|insert[-_]|replace[-_]|dummy[-_]|[-_]dummy|\*\*\*\*|\.\.\./i;

/** Passwords that are the name of a thing, a default or a joke: `postgres`, `password1`, `secret123`. */
const defaults =
  /^(?:my|the|a|an|test|test_?ing|some|any|new|old|bad|wrong|user|db|super|top|very|default|dev|local|demo|temp|not|no)*[-_ ]?(?:pass(?:word|wd|phrase)?|passw0rd|p@ssw0rd|p@ssword|pwd|pw|secrete?|s3cr3t|token|key|api[-_]?key|access[-_]?key|secret[-_]?key|private[-_]?key|credentials?|admin|administrator|root|user(?:name)?|login|guest|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|redis|rabbitmq|guest|minio(?:admin)?|sa|test(?:ing|er)?|demo|default|dev(?:elop(?:ment|er)?)?|local(?:host)?|none|null|nil|true|false|undefined|string|value|hunter2|qwerty|letmein|welcome|hello|abc|secret|foo|bar|baz|something|anything|whatever|empty|unset|unused|ignored?|hidden|masked|encrypted)[-_ !.]?(?:here|value|string|test|key|token|password)?[-_]?[0-9]{0,4}[!@#$]{0,2}$/i;

/** One character over and over, or a run along the alphabet or the keyboard. */
function isFill(value: string): boolean {
  if (/^(.)\1*$/.test(value)) return true;
  return /^(?:0?1234567890?(?:12345678?9?0?)*|0123456789(?:abcdef)?|1234(?:5(?:6(?:78?)?)?)?|abc(?:d(?:e(?:f(?:gh?)?)?)?)?(?:123(?:4(?:56?)?)?)?|123(?:abc|456)+|deadbeef(?:[0-9a-f]*)?)$/i.test(value);
}

/** A value of a generic assignment or a URL. */
export function isPlaceholder(value: string): boolean {
  return isFill(value) || isTyped(value) || words.test(value) || defaults.test(value);
}

/**
 * A token of a provider: `body` is what follows its mark. `placeholder` says that it is none; `example`, that it is well
 * formed and made up all the same: typed along the keyboard, or random and ending in `EXAMPLE`.
 */
export function tokenStanding(value: string, body: string): "token" | "example" | "placeholder" {
  if (/^[-_]*([xX*.#0])\1{5,}/.test(body) && new Set(body.toLowerCase()).size <= 4) return "placeholder";
  if (isTyped(body)) return "example";
  if (!tokenWords.test(value)) return isIdentifier(body) ? "placeholder" : "token";
  const rest = body.replace(/example(?:key)?$/i, "");
  return rest.length < body.length && rest.length >= 16 && entropy(rest) >= 3.5 && !tokenWords.test(rest) ? "example" : "placeholder";
}

/** Lower-case words between underscores or hyphens: a name in somebody's program that begins like a token. */
function isIdentifier(body: string): boolean {
  return /^[a-z]+(?:[_-]+[a-z]+)+$/.test(body);
}

/** Letters and digits along the alphabet, or one over and over: a run of five or more says that a person filled a place. */
const shortestRun = 5;

/** Whether more than two thirds of a value are made of such runs. Of random values hardly one in a million holds a single one. */
function isTyped(value: string): boolean {
  const text = value.toLowerCase();
  let inRuns = 0;
  let length = 1;
  let step: number | undefined;
  for (let at = 1; at <= text.length; at++) {
    const taken = at < text.length ? stepBetween(text.charCodeAt(at - 1), text.charCodeAt(at)) : undefined;
    if (taken !== undefined && (step === undefined || taken === step)) {
      step = taken;
      length++;
      continue;
    }
    if (length >= shortestRun) inRuns += length;
    step = taken;
    length = taken === undefined ? 1 : 2;
  }
  return inRuns * 3 > text.length * 2;
}

/** 1 for the next letter or digit (`0` follows `9`, `a` follows `0` and `9` as people type them), 0 for the same one. */
function stepBetween(before: number, after: number): 0 | 1 | undefined {
  if (before === after) return 0;
  if (after === before + 1 && isAlphanumeric(before) && isAlphanumeric(after)) return 1;
  return (before === 0x39 && (after === 0x30 || after === 0x61)) || (before === 0x30 && after === 0x61) ? 1 : undefined;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}
