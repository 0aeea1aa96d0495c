/** What of a pattern is not known: stands in it as one character, and in the template as `{?}`. */
export const unknownPiece = "\uE000";

/**
 * A regular expression as a path template: `/ships/(?P<id>\d+)/?` is `/ships/{id}`. Groups become parameters, and so does
 * whatever is no plain text; those without a name are called by their number among such. Optional text is left out.
 */
export function regexTemplate(pattern: string): string {
  const reader = new Reader(pattern);
  const tokens = reader.alternatives();
  return templateOf(tokens, { count: 0 });
}

type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "any" }
  | { readonly kind: "group"; readonly name: string | undefined; readonly captures: boolean; readonly inner: readonly Token[] }
  | { readonly kind: "optional" };

function templateOf(tokens: readonly Token[], unnamed: { count: number }): string {
  const hole = (name: string | undefined): string => `{${name ?? String(unnamed.count++)}}`;
  return tokens
    .map((token): string => {
      switch (token.kind) {
        case "text":
          return token.text.replaceAll(unknownPiece, "{?}");
        case "optional":
          return "";
        case "any":
          return hole(undefined);
        case "group":
          if (token.inner.every((one) => one.kind === "text")) return templateOf(token.inner, unnamed);
          return token.captures ? hole(token.name) : templateOf(token.inner, unnamed);
        default:
          return token satisfies never;
      }
    })
    .join("");
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Several alternatives are one hole: which of them, the caller chooses. */
  alternatives(): Token[] {
    const first = this.#sequence();
    let several = false;
    while (this.#text[this.#at] === "|") {
      this.#at++;
      this.#sequence();
      several = true;
    }
    return several ? [{ kind: "any" }] : first;
  }

  #sequence(): Token[] {
    const out: Token[] = [];
    while (this.#at < this.#text.length && this.#text[this.#at] !== "|" && this.#text[this.#at] !== ")") {
      const token = this.#one();
      const quantified = this.#quantifier();
      if (quantified === "optional") out.push({ kind: "optional" });
      else if (token && quantified === "repeated" && token.kind === "text") out.push({ kind: "any" });
      else if (token) out.push(token);
    }
    return out;
  }

  #one(): Token | undefined {
    const character = this.#text[this.#at++] ?? "";
    if (character === "^" || character === "$") return undefined;
    if (character === ".") return { kind: "any" };
    if (character === "[") return this.#class();
    if (character === "(") return this.#group();
    if (character !== "\\") return { kind: "text", text: character };
    const escaped = this.#text[this.#at++] ?? "";
    if (/[AbBZ]/.test(escaped)) return undefined;
    return /[dDsSwW]/.test(escaped) ? { kind: "any" } : { kind: "text", text: escaped };
  }

  #class(): Token {
    if (this.#text[this.#at] === "^") this.#at++;
    if (this.#text[this.#at] === "]") this.#at++;
    while (this.#at < this.#text.length && this.#text[this.#at] !== "]") this.#at += this.#text[this.#at] === "\\" ? 2 : 1;
    this.#at++;
    return { kind: "any" };
  }

  #group(): Token | undefined {
    const head = /^\?(?:P<(\w+)>|P=\w+|[a-zA-Z]+(?=\))|#[^)]*(?=\))|:|[a-zA-Z]+:|=|!|<=|<!)/.exec(this.#text.slice(this.#at));
    const [whole, name] = head ?? [""];
    this.#at += whole.length;
    const inner = this.alternatives();
    if (this.#text[this.#at] === ")") this.#at++;
    // What only looks ahead or behind, sets flags or comments is no part of the path.
    if (/^\?(=|!|<=|<!|#|[a-zA-Z]+$)/.test(whole)) return undefined;
    return { kind: "group", name, captures: whole === "" || name !== undefined, inner };
  }

  #quantifier(): "optional" | "repeated" | undefined {
    const found = /^(?:[*+?]|\{(\d*)(?:,(\d*))?\})[?+]?/.exec(this.#text.slice(this.#at));
    if (!found) return undefined;
    this.#at += found[0].length;
    if (found[0].startsWith("?")) return "optional";
    if (found[0].startsWith("{")) return found[1] === "0" && found[2] === "1" ? "optional" : "repeated";
    return "repeated";
  }
}
