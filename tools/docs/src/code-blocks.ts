import { lexer, walkTokens } from "marked";

/** The fenced code of one language in a Markdown text, in order. */
export function codeBlocks(markdown: string, language: string): readonly string[] {
  const found: string[] = [];
  walkTokens(lexer(markdown), (token) => {
    if (token.type === "code" && token.lang === language && typeof token.text === "string") found.push(token.text);
  });
  return found;
}
