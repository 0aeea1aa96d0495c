/** A verb of code in its forms: `delete`, `deleted`, `deleting`. */
export interface Verb {
  readonly base: string;
  readonly past: string;
  readonly ongoing: string;
}

const irregular: { readonly [base: string]: readonly [past: string, ongoing: string] } = { set: ["set", "setting"], reset: ["reset", "resetting"], drop: ["dropped", "dropping"], edit: ["edited", "editing"], ban: ["banned", "banning"], stop: ["stopped", "stopping"], submit: ["submitted", "submitting"], transfer: ["transferred", "transferring"], modify: ["modified", "modifying"], cancel: ["cancelled", "cancelling"] };
const bases =
  "delete remove destroy erase drop purge clear update change edit modify patch replace rename move set reset archive restore revoke cancel close reopen lock unlock publish unpublish enable disable activate deactivate approve reject create add register transfer assign unassign ban suspend stop start submit withdraw rotate upload merge".split(" ");
const verbs: readonly Verb[] = bases.map((base) => {
  const [past, ongoing] = irregular[base] ?? [base.endsWith("e") ? `${base}d` : `${base}ed`, base.endsWith("e") ? `${base.slice(0, -1)}ing` : `${base}ing`];
  return { base, past, ongoing };
});
const byForm = new Map(verbs.flatMap((verb) => [[verb.base, verb] as const, [verb.past, verb] as const, [verb.ongoing, verb] as const]));

/** Words of a name or a text, capitals and underlines as borders: `deleteItem`, `ITEM_DELETED`, `item.deleted`. */
const word = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;

/** The first verb in a name of code: of `remove_item`, `remove`. */
export function verbOf(name: string): Verb | undefined {
  for (const [found] of name.matchAll(word)) {
    const verb = byForm.get(found.toLowerCase());
    if (verb) return verb;
  }
  return undefined;
}

/** Every verb that a text says, in any form. */
export function verbsIn(text: string): ReadonlySet<Verb> {
  return new Set([...text.matchAll(word)].flatMap(([found]) => byForm.get(found.toLowerCase()) ?? []));
}

/** The text with one verb said instead of another, in the same form and the same letters. */
export function withVerb(text: string, from: Verb, to: Verb): string {
  return text.replaceAll(word, (found) => {
    const lower = found.toLowerCase();
    if (lower === from.past) return likeCase(found, to.past);
    if (lower === from.ongoing) return likeCase(found, to.ongoing);
    return lower === from.base ? likeCase(found, to.base) : found;
  });
}

/** The text with one noun said instead of another, in the same number and the same letters; undefined where it does not say it. */
export function withNoun(text: string, from: string, to: string): string | undefined {
  const replaced = text.replaceAll(word, (found) => {
    const lower = found.toLowerCase();
    if (lower === from) return likeCase(found, to);
    return lower === plural(from) ? likeCase(found, plural(to)) : found;
  });
  return replaced === text ? undefined : replaced;
}

/** `items` and `item`, `categories` and `category`; undefined for what is no plain word. */
export function singular(segment: string): string | undefined {
  const lower = segment.toLowerCase();
  if (!/^[a-z]{3,}$/.test(lower)) return undefined;
  if (lower.endsWith("ies")) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith("s") && !lower.endsWith("ss") ? lower.slice(0, -1) : lower;
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function likeCase(model: string, text: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return text.toUpperCase();
  return /^[A-Z]/.test(model) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
