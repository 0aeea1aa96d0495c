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
  return isFill(value) || words.test(value) || defaults.test(value);
}

/** A token with a mark of its own: `body` is what follows the mark. */
export function isTokenPlaceholder(value: string, body: string): boolean {
  return /^[-_]*([xX*.#0])\1{5,}/.test(body) && new Set(body.toLowerCase()).size <= 4 ? true : tokenWords.test(value);
}
